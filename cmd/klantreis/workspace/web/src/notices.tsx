// What the desk has to say: bars that stay, and a line that goes away.
import { useEffect } from 'preact/hooks';
import { again } from './session';
import { desk, dirty, tell } from './state';
import { words } from './words';

// Bars tell what the person has to know before going on.
export function Bars() {
  const reached = desk.use(s => s.reached);
  const elsewhere = desk.use(s => s.elsewhere);
  const typed = desk.use(s => dirty(s.open));
  const w = words();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(desk.get().open?.text ?? '');
      tell(w.lostCopied, 'good');
    } catch (e) {
      tell(String(e), 'bad');
    }
  };
  return <div role="alert" class="bars">
    {!reached && <div class="bar bad">
      <p><strong>{w.lost}</strong> {typed && w.lostHelp}</p>
      {typed && <button type="button" onClick={() => void copy()}>{w.lostCopy}</button>}
      <button type="button" onClick={() => void again()}>{w.lostAgain}</button>
    </div>}
    {elsewhere && <div class="bar warn">
      <p><strong>{w.changedElsewhere}</strong></p>
      <button type="button" onClick={() => desk.set({ conflict: elsewhere })}>{w.changedShow}</button>
    </div>}
  </div>;
}

// Toast shows the last message; bad ones stay until something else is done.
export function Toast() {
  const message = desk.use(s => s.message);
  const close = () => desk.set({ message: null });
  useEffect(() => {
    if (!message) return;
    if (message.tone === 'bad') {
      // What went wrong is about what was done last: it goes when something else is done.
      const other = (e: Event) => { if (!(e.target as Element | null)?.closest?.('.toasts')) close(); };
      const kinds = ['pointerdown', 'keydown', 'drop'];
      for (const k of kinds) addEventListener(k, other, true);
      return () => { for (const k of kinds) removeEventListener(k, other, true); };
    }
    const timer = setTimeout(close, 4500);
    return () => clearTimeout(timer);
  }, [message]);
  return <div class="toasts" role="status">
    {message && <div class={`toast ${message.tone}`}>
      <p>{message.text}</p>
      <button type="button" class="plain" aria-label={words().close} onClick={close}>×</button>
    </div>}
  </div>;
}
