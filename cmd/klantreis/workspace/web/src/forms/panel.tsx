// The side panel with forms, beside "Tekst".
export function FormPanel() { return <p class="hint">…</p>; }
