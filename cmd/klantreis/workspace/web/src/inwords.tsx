// The journey in words: what the picture shows, for who hears it or would rather read.
import { desk } from './state';
import { words } from './words';

export function InWords() {
  const model = desk.use(s => s.model);
  const w = words();
  if (!model) return <p class="lead in-words">{w.asTextNone}</p>;
  const list = (name: string, items: string[]) => items.length > 0 && <><dt>{name}</dt><dd><ul>{items.map(i => <li key={i}>{i}</li>)}</ul></dd></>;
  return <article class="in-words">
    <h2>{model.title}</h2>
    {model.summary && <p>{model.summary}</p>}
    {model.phases.map((phase, i) => <section key={i}>
      <h3>{i + 1}. {phase.title}</h3>
      <ol>{phase.steps.map(s => <li key={s.id}>
        <h4>{s.title}</h4>
        <dl>
          {list(w.stepDoes, s.does ? [s.does] : [])}
          {list(w.stepThinks, s.thinks ? [s.thinks] : [])}
          {list(w.stepWell, s.goesWell)}
          {list(w.stepPains, s.painPoints)}
          {list(w.stepFound, s.signals.map(g => [g.title, g.found].filter(Boolean).join(': ')))}
          {list(w.stepQuotes, s.quotes.filter(q => q.approved).map(q => `“${q.text}”`))}
        </dl>
        {s.emotion !== null && <p>{w.stepFeel(s.emotion)}</p>}
      </li>)}</ol>
    </section>)}
  </article>;
}
