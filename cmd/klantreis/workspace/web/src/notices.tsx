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

// Toast shows the last message; bad ones stay until they are closed.
export function Toast() {
  const message = desk.use(s => s.message);
  const close = () => desk.set({ message: null });
  useEffect(() => {
    if (!message || message.tone === 'bad') return;
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
