// What was just done to the journey, with a way back. It goes after a while, when
// the journey is left, and when something else is changed.
import { useEffect, useState } from 'preact/hooks';
import { useFormWords } from '../words_forms';
import { Sign } from './sign';
import { desk, select } from '../state';
import { heldWords } from '../words_held';
import { toFault } from './held';
import { takeBack, told } from './structure';

// shown is how long the message stays when nobody is at it, in milliseconds.
const shown = 6_000;

export function UndoToast() {
  const w = useFormWords();
  const words = heldWords(desk.use(s => s.start?.lang ?? 'nl'));
  const last = told.use(s => s.last);
  const [held, setHeld] = useState(false);
  const [closed, setClosed] = useState(0);
  useEffect(() => {
    if (!last || held) return;
    const timer = window.setTimeout(() => setClosed(last.count), shown);
    return () => window.clearTimeout(timer);
  }, [last, held]);
  const path = desk.use(s => s.open?.path ?? '');
  const text = desk.use(s => s.open?.text ?? '');
  useEffect(() => () => told.set({ last: null }), [path]);
  const open = last && closed !== last.count && last.path === path;
  return <div class="f-toast" data-open={open ? '' : undefined} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}
    onFocusCapture={() => setHeld(true)} onBlurCapture={() => setHeld(false)}>
    <p role="status">{open ? last.text : ''}</p>
    {open && last.fault && <button type="button" onClick={() => toFault(last.fault!)}>{words.toFault}</button>}
    {open && last.part && <button type="button" onClick={() => { desk.set({ mode: 'formulier', side: 'invullen' }); select(last.part!); }}>{words.open}</button>}
    {open && last.back && text === last.left && <button type="button" onClick={() => takeBack(last)}><Sign name="undo" />{w.undo}</button>}
    {open && <button type="button" class="f-close" aria-label={w.close} onClick={() => setClosed(last.count)}><Sign name="remove" /></button>}
  </div>;
}
