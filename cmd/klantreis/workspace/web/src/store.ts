// A store of one value that components follow.
import { useEffect, useState } from 'preact/hooks';

export class Store<S extends object> {
  private readonly followers = new Set<() => void>();
  constructor(private value: S) {}

  get(): S { return this.value; }

  set(patch: Partial<S>) {
    this.value = { ...this.value, ...patch };
    for (const f of [...this.followers]) f();
  }

  follow(f: () => void): () => void {
    this.followers.add(f);
    return () => { this.followers.delete(f); };
  }

  // use gives a component the part of the value that it shows; it is drawn again when that part changes.
  use<T>(pick: (s: S) => T): T {
    const [, again] = useState(0);
    const now = pick(this.value);
    useEffect(() => {
      let last = now;
      const look = () => {
        const next = pick(this.value);
        if (!Object.is(next, last)) { last = next; again(n => n + 1); }
      };
      look();
      return this.follow(look);
    }, []);
    return now;
  }
}
