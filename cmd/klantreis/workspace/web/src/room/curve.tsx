// The feeling per step: what the room says beside what was measured. They differ in form, line and words, not in colour
// alone. Under five people a step has no point of the room.
import type { Room, RoomStep } from './api';
import { number } from './stage';
import type { StageWords } from './words_stage';

const height = 8; // rem, without the legend

export function Curve({ room, words, width, rem }: { room: Room; words: StageWords; width: number; rem: number }) {
  const steps = room.steps;
  if (width === 0 || steps.length === 0) return <div class="curve" style={{ minHeight: `${height + 1.6}rem` }} />;
  const high = height * rem, column = width / steps.length;
  const x = (i: number) => (i + 0.5) * column;
  const y = (value: number) => high / 2 - value / 2 * (high / 2 - 1.9 * rem);
  const known = steps.filter(s => s.score.known);
  const someone = Math.max(0, ...steps.map(s => s.score.n));
  const measured = steps.filter(s => s.measured !== null && !s.typed);
  const typed = steps.filter(s => s.measured !== null && s.typed);
  const roomy = column >= 3.2 * rem; // n fits beside each point
  const size = Math.min(0.42, column / rem / 4) * rem;
  const says = (s: RoomStep) => [
    s.score.known ? words.roomSays(s.title, number(s.score.value, room.lang), s.score.n) : '',
    s.measured !== null ? (s.typed ? words.typedSays : words.measuredSays)(number(s.measured, room.lang)) : '',
  ].filter(Boolean).join(', ');
  return <div class="curve">
    <svg width={width} height={high} viewBox={`0 0 ${width} ${high}`} role="img" aria-label={words.curve(steps.map(says).filter(Boolean).join('. '))}>
      <line class="zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      <text class="axis" x="0" y={rem}>{words.pleasant}</text>
      <text class="axis" x="0" y={high - 0.2 * rem}>{words.hard}</text>
      <path class="line measured" d={line(steps, s => s.typed ? null : s.measured, x, y)} />
      <path class="line room" d={line(steps, s => s.score.known ? s.score.value : null, x, y)} />
      {steps.map((s, i) => s.measured === null ? null : s.typed
        ? <path key={`t${s.id}`} class="typed" d={`M${x(i)} ${y(s.measured) - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`} />
        : <rect key={`m${s.id}`} class="measured" x={x(i) - size * 0.8} y={y(s.measured) - size * 0.8} width={size * 1.6} height={size * 1.6} />)}
      {steps.map((s, i) => s.score.known && <g key={s.id} class="point" style={{ transform: `translate(${x(i)}px, ${y(s.score.value)}px)` }}>
        <circle r={size} />
        {roomy && <text y={s.score.value < (s.measured ?? 9) ? 1.4 * rem : -0.7 * rem}>{words.n(s.score.n)}</text>}
      </g>)}
    </svg>
    <ul class="legend">
      <li class="soft">{words.feeling}</li>
      {known.length > 0
        ? <li><Sign kind="room" />{words.ofRoom}, {words.ofRoomN(Math.min(...known.map(s => s.score.n)), Math.max(...known.map(s => s.score.n)))}</li>
        : <li>{words.notYet(someone)}</li>}
      {measured.length > 0 && <li><Sign kind="measured" />{words.measured}</li>}
      {typed.length > 0 && <li><Sign kind="typed" />{words.typed}</li>}
    </ul>
  </div>;
}

// line joins neighbours that are both known.
function line(steps: RoomStep[], value: (s: RoomStep) => number | null, x: (i: number) => number, y: (v: number) => number): string {
  let path = '', pen = false;
  steps.forEach((s, i) => {
    const v = value(s);
    if (v === null) { pen = false; return; }
    path += `${pen ? 'L' : 'M'}${x(i)} ${y(v)}`;
    pen = true;
  });
  return path;
}

function Sign({ kind }: { kind: 'room' | 'measured' | 'typed' }) {
  return <svg class="sign" viewBox="0 0 40 20" aria-hidden="true">
    {kind !== 'typed' && <path class={`line ${kind}`} d="M0 10H40" />}
    {kind === 'room' ? <g class="point"><circle cx="20" cy="10" r="7" /></g> : kind === 'measured'
      ? <rect class="measured" x="14" y="4" width="12" height="12" /> : <path class="typed" d="M20 2l8 8l-8 8l-8 -8z" />}
  </svg>;
}
