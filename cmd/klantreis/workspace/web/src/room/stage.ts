// What the screen of the room and the facilitator's page share: the room as it is now, what the facilitator does, and
// what the screen is to show.
import { useEffect, useState } from 'preact/hooks';
import { Failure, get, post } from '../client';
import type { Deed, DeedAnswer, Guest, Room, Sent } from './api';
import { newKey, none } from './queue';

// Live is the room; none: there is no klantarena now; lost: the program does not answer, and room is what was last heard.
export interface Live { room: Room | null; none: boolean; lost: boolean }

// useRoom follows the room. What is not there is asked for again every other second, or at once.
export function useRoom(): Live & { again: () => void } {
  const [turn, setTurn] = useState(0);
  const [live, setLive] = useState<Live>({ room: null, none: false, lost: false });
  useEffect(() => {
    let stream: EventSource | null = null;
    let timer = 0;
    let ended = false;
    const look = async () => {
      try {
        const room = await get<Room>('/api/room');
        if (ended) return;
        setLive({ room, none: false, lost: false });
        follow();
      } catch (e) {
        if (ended) return;
        const none = e instanceof Failure && e.status === 404;
        setLive(old => none ? { room: null, none: true, lost: false } : { ...old, lost: true });
        timer = window.setTimeout(() => void look(), 2000);
      }
    };
    const follow = () => {
      stream = new EventSource('/api/room/events');
      stream.onmessage = e => setLive({ room: JSON.parse(e.data as string) as Room, none: false, lost: false });
      stream.onerror = () => { // a klantarena that was closed answers 404, which a stream cannot tell
        stream?.close();
        setLive(old => ({ ...old, lost: true }));
        timer = window.setTimeout(() => void look(), 500);
      };
    };
    void look();
    return () => { ended = true; stream?.close(); clearTimeout(timer); };
  }, [turn]);
  return { ...live, again: () => setTurn(n => n + 1) };
}

export type Doing = Partial<Deed> & { kind: string };

// act lets things happen, in order, and gives the answer to the last; what is refused before that is told instead.
export async function act(...deeds: Doing[]): Promise<DeedAnswer> {
  const sent = await post<Sent>('/api/room/do', { deeds: deeds.map(d => ({ ...none, ...d, key: newKey() })) });
  const answers = sent.deeds ?? [];
  const answer = answers.find(a => !a.kept) ?? answers[answers.length - 1];
  if (!answer) throw new Error('no answer');
  return answer;
}

// Screen is what the facilitator chose for the room to see. Both windows are of one browser, so it goes by way of that.
export interface Screen { step: string; code: boolean }

const screenKey = 'klantarena-scherm';
const plain: Screen = { step: '', code: false };

function readScreen(): Screen {
  try {
    return { ...plain, ...JSON.parse(localStorage.getItem(screenKey) ?? '{}') as Partial<Screen> };
  } catch {
    return plain;
  }
}

export function useScreen(): [Screen, (change: Partial<Screen>) => void] {
  const [screen, setScreen] = useState(readScreen);
  useEffect(() => {
    const hear = (e: StorageEvent) => { if (e.key === screenKey) setScreen(readScreen()); };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, []);
  return [screen, change => {
    const next = { ...readScreen(), ...change };
    localStorage.setItem(screenKey, JSON.stringify(next));
    setScreen(next);
  }];
}

// useSeconds counts a timer down between what the server tells. −1: there is none.
export function useSeconds(now: Guest): number {
  const [left, setLeft] = useState(now.seconds);
  useEffect(() => {
    setLeft(now.seconds);
    if (!now.runs) return;
    const end = Date.now() + now.seconds * 1000;
    const timer = window.setInterval(() => setLeft(Math.max(0, Math.round((end - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [now]);
  return left;
}

export const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

// grouped writes a code as people read it aloud.
export const grouped = (code: string) => code.match(/.{1,5}/g)?.join('-') ?? code;

// host is what people type who cannot scan.
export const host = (address: string) => address.replace(/^http:\/\//, '').split('/')[0] ?? '';

// alone tells that telephones cannot reach this laptop: the facilitator types for the room.
export const alone = (room: Room) => host(room.address).startsWith('127.');

export const picture = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

// number writes one decimal as the language does.
export const number = (value: number, lang: string) => value.toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

// Pile is what lies together: a group with its cards, or one card.
export interface Pile { id: string; label: string; cards: Room['cards'] }

// piles puts the cards of a group together, groups first and then the newest card first.
export function piles(room: Room, cards: Room['cards']): Pile[] {
  const groups = room.groups.map(g => ({ id: g.id, label: g.label, cards: cards.filter(c => c.group === g.id) })).filter(g => g.cards.length > 0);
  return [...groups, ...cards.filter(c => c.group === '').reverse().map(c => ({ id: c.id, label: '', cards: [c] }))];
}

// shown are the cards that the room may see.
export const shown = (room: Room) => room.cards.filter(c => !c.hidden);
