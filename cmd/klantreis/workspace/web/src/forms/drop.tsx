// A file that is dropped on the page while a journey is open.
export function DropZone() { return null; }
