// What the server knows of a place in the text: proposals and explanations.
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView, Tooltip } from '@codemirror/view';
import type { Completions, Hover } from './api';
import { post } from './client';
import { offset, place } from './place';

// complete asks what may stand where the person types.
export function complete(path: string) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { doc } = context.state;
    const before = doc.lineAt(context.pos).text.slice(0, context.pos - doc.lineAt(context.pos).from);
    if (!context.explicit && !/[\p{L}\d*-]$|: $|- $|[[,] ?$/u.test(before)) return null;
    const stop = new AbortController();
    context.addEventListener('abort', () => stop.abort());
    const at = place(doc, context.pos);
    let found: Completions;
    try {
      found = await post<Completions>('/api/complete', { path, text: context.state.sliceDoc(), ...at }, stop.signal);
    } catch {
      return null; // typing goes on without proposals
    }
    if (found.items.length === 0) return null;
    return {
      from: offset(doc, at.line, found.from), to: Math.max(context.pos, offset(doc, at.line, found.until)),
      validFor: /^[\p{L}\d-]*$/u,
      options: found.items.map((item, i) => ({
        label: item.label, apply: item.insert || item.label, detail: item.detail, type: item.kind, boost: -Math.min(i, 99),
        ...(item.info ? { info: item.info } : {}),
      })),
    };
  };
}

// explainAt tells what the word under the mouse means.
export function explainAt(path: string) {
  return async (view: EditorView, pos: number): Promise<Tooltip | null> => {
    const { doc } = view.state;
    const at = place(doc, pos);
    let hover: Hover;
    try {
      hover = await post<Hover>('/api/hover', { path, text: view.state.sliceDoc(), ...at });
    } catch {
      return null;
    }
    if (!hover.text || view.state.doc !== doc) return null;
    return {
      pos: offset(doc, at.line, hover.from), end: offset(doc, at.line, hover.until), above: true,
      create() {
        const dom = document.createElement('div');
        dom.className = 'cm-explained';
        for (const paragraph of hover.text.split(/\n{2,}/)) {
          const p = document.createElement('p');
          p.textContent = paragraph;
          dom.append(p);
        }
        return { dom };
      },
    };
  };
}
