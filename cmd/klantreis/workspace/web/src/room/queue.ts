// What somebody did goes to the laptop in order, and waits on the telephone while there is no network, even when
// the page is closed meanwhile. Each deed has a key, so that the laptop counts it once however often it is sent.
import type { Deed, DeedAnswer, Sent } from './api';

const store = 'klantarena-wachtrij';
export const none: Omit<Deed, 'key' | 'kind'> = {
  who: 0, role: '', step: '', advice: '', round: '', nature: '', question: 0, value: 0, text: '', name: '', day: '', id: '', note: '', notes: [], undoes: 0,
};

export const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(5)), n => n.toString(36)).join('').slice(0, 32);

export class Queue {
  private waiting: Deed[];
  private busy = false;
  private wait = 1000;
  private timer = 0;

  // room tells sessions apart, so that what waited for another one is not sent to this one.
  constructor(private room: string, private answered: (deed: Deed, answer: DeedAnswer) => void, private changed: (waiting: number, offline: boolean) => void) {
    this.waiting = this.load();
    addEventListener('online', () => this.now());
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') this.now(); });
  }

  add(deed: Partial<Deed> & { kind: string }) {
    this.waiting.push({ ...none, ...deed, key: newKey() });
    this.save();
    this.now();
  }

  // now sends what waits, unless it is being sent.
  now() {
    clearTimeout(this.timer);
    if (!this.busy && this.waiting.length > 0) void this.send();
  }

  private async send() {
    this.busy = true;
    const some = this.waiting.slice(0, 50);
    try {
      const response = await fetch('api/send', {
        method: 'POST', credentials: 'same-origin', cache: 'no-store', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ deeds: some }), signal: AbortSignal.timeout(15_000),
      });
      if (!response.ok) throw new Error(String(response.status));
      const sent = await response.json() as Sent;
      const done = new Set<string>();
      for (const answer of sent.deeds ?? []) {
        const deed = some.find(d => d.key === answer.key);
        if (!deed || answer.again) continue;
        done.add(answer.key);
        this.answered(deed, answer);
      }
      this.waiting = this.waiting.filter(d => !done.has(d.key));
      this.save();
      this.wait = done.size > 0 ? 1000 : Math.min(this.wait * 2, 15_000);
      this.changed(this.waiting.length, false);
    } catch {
      this.wait = Math.min(this.wait * 2, 15_000);
      this.changed(this.waiting.length, true);
    }
    this.busy = false;
    if (this.waiting.length > 0) this.timer = window.setTimeout(() => this.now(), this.wait === 1000 ? 0 : this.wait);
  }

  private load(): Deed[] {
    try {
      const kept = JSON.parse(localStorage.getItem(store) ?? '{}') as { room?: string; deeds?: Deed[] };
      return kept.room === this.room ? kept.deeds ?? [] : [];
    } catch {
      return []; // a browser that keeps nothing: what waits lives as long as the page
    }
  }

  private save() {
    try {
      localStorage.setItem(store, JSON.stringify({ room: this.room, deeds: this.waiting }));
    } catch { /* see load */ }
    this.changed(this.waiting.length, false);
  }
}
