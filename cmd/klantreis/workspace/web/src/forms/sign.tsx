// The signs on buttons, on a grid of 24 × 24, drawn with lines. They are decoration: the button has a name.
const paths = {
  add: 'M12 5v14M5 12h14',
  remove: 'M6 6l12 12M18 6 6 18',
  up: 'M12 19V6M6 11l6-6 6 6',
  down: 'M12 5v13M6 13l6 6 6-6',
  left: 'M19 12H6M11 6l-6 6 6 6',
  right: 'M5 12h13M13 6l6 6-6 6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  check: 'M5 13l4 4 10-11',
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 0 12',
  redo: 'M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 12',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  quote: 'M5 17V7h14v10H9l-4 4z',
} as const;

export type SignName = keyof typeof paths;

export function Sign(props: { name: SignName }) {
  return <svg class={`f-sign f-sign-${props.name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={paths[props.name]} /></svg>;
}
