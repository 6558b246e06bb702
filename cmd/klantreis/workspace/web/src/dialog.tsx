// A dialog over the page: the browser keeps the focus in it and gives it back.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from './words';

export function Dialog({ title, onClose, wide = false, children }: { title: string; onClose: () => void; wide?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return <dialog ref={box} class={wide ? 'wide' : ''} aria-labelledby="dialog-title" onCancel={e => { e.preventDefault(); onClose(); }}>
    <header>
      <h2 id="dialog-title">{title}</h2>
      <button type="button" class="plain" aria-label={words().close} onClick={onClose}>×</button>
    </header>
    {children}
  </dialog>;
}
