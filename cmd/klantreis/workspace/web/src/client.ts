// The conversation with the server: JSON both ways, and events.
import { lists, type Fault } from './api';

// Failure is an answer of the server that tells why there is no other. Status 0: there was no answer.
export class Failure extends Error {
  constructor(readonly status: number, readonly fault: Fault, readonly body: unknown = null) {
    super(fault.message);
  }
}

// whenReached is told after each request whether the server answered.
let whenReached: (reached: boolean) => void = () => {};
export function onReached(f: (reached: boolean) => void) { whenReached = f; }

// revive makes an empty list of null where the contract has a list: Go writes nil so.
function revive(key: string, value: unknown): unknown {
  return value === null && lists.has(key) ? [] : value;
}

// thisWindow names this window, so that the server does not tell it what it did itself.
export const thisWindow = Array.from(crypto.getRandomValues(new Uint32Array(3)), n => n.toString(36)).join('');

async function ask<T>(method: string, path: string, body?: BodyInit, type = 'application/json', signal?: AbortSignal): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method, credentials: 'same-origin', cache: 'no-store', redirect: 'error',
      headers: { 'X-Klantreis-Window': thisWindow, ...(body === undefined ? {} : { 'Content-Type': type }) },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
    text = await response.text();
  } catch (e) {
    if (signal?.aborted) throw e;
    whenReached(false);
    throw new Failure(0, { code: 'geen-verbinding', message: '' });
  }
  whenReached(true);
  let answer: unknown = null;
  if (text !== '') {
    try {
      answer = JSON.parse(text, revive);
    } catch {
      throw new Failure(response.status, { code: 'geen-json', message: text.slice(0, 200) });
    }
  }
  if (response.ok) return answer as T;
  const fault = answer as Partial<Fault> | null;
  throw new Failure(response.status, { code: fault?.code ?? '', message: fault?.message ?? response.statusText }, answer);
}

export const get = <T>(path: string, signal?: AbortSignal) => ask<T>('GET', path, undefined, undefined, signal);
export const post = <T>(path: string, body: unknown, signal?: AbortSignal) => ask<T>('POST', path, JSON.stringify(body), undefined, signal);
export const put = <T>(path: string, body: unknown) => ask<T>('PUT', path, JSON.stringify(body));
export const remove = (path: string) => ask<null>('DELETE', path);
export const send = <T>(path: string, bytes: Blob, signal?: AbortSignal) => ask<T>('POST', path, bytes, 'application/octet-stream', signal);

// leave sends a last message from a page that goes away; nobody waits for the answer.
export function leave(path: string, body: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  // Browsers let a page that goes send 64 kB at most; what is larger was sent half a second ago.
  void fetch(path, {
    method: 'PUT', body: bytes, keepalive: bytes.length < 60_000, credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
  }).catch(() => {});
}

// query writes a path with one value.
export const query = (path: string, name: string, value: string) => `${path}?${name}=${encodeURIComponent(value)}`;
