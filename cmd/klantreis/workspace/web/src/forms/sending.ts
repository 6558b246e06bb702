// Handing a file to the server, with how far it is: fetch cannot tell that of what it sends.
import { type Dropped, type Fault, lists } from '../api';
import { Failure } from '../client';

export function sendFile(file: File, path: string, part: (share: number) => void, stop: AbortSignal): Promise<Dropped> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/drop?name=${encodeURIComponent(file.name)}&path=${encodeURIComponent(path)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = e => { if (e.lengthComputable) part(e.loaded / e.total); };
    request.onload = () => {
      try {
        const answer: unknown = JSON.parse(request.responseText, (key, value: unknown) => value === null && lists.has(key) ? [] : value);
        if (request.status === 200) resolve(answer as Dropped);
        else reject(new Failure(request.status, answer as Fault, answer));
      } catch {
        reject(new Failure(request.status, { code: '', message: request.responseText.slice(0, 200) || request.statusText }));
      }
    };
    request.onerror = () => reject(new Failure(0, { code: 'geen-verbinding', message: '' }));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
