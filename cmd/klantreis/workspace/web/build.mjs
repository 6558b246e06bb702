// Builds the page into ../page, or into the folder that is named. The same source gives the same bytes:
// every version is exact, names have no hashes and there are no source maps, so that the tests can
// compare what is committed with what the source gives.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '..', 'page'));
const fonts = join(here, '..', '..', '..', '..', 'render', 'font');

mkdirSync(out, { recursive: true });
const made = await build({
  absWorkingDir: here,
  entryPoints: { desk: 'src/main.tsx', guest: 'src/room/guest.tsx', door: 'src/room/door.ts', zaal: 'src/room/zaal.tsx', regie: 'src/room/regie.tsx' },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  metafile: true,
  external: ['*.woff2'],
  logLevel: 'warning',
});
copyFileSync(join(here, 'src', 'index.html'), join(out, 'index.html'));
for (const name of ['guest.html', 'door.html', 'zaal.html', 'regie.html']) copyFileSync(join(here, 'src', 'room', name), join(out, name));
for (const name of ['inter-regular.woff2', 'inter-semibold.woff2', 'inter-bold.woff2']) {
  copyFileSync(join(fonts, name), join(out, name));
}
writeFileSync(join(out, 'licenses.txt'), licenses(made.metafile));

// licenses are the notices of the packages whose code came along.
function licenses(metafile) {
  const names = new Set();
  for (const path of Object.keys(metafile.inputs)) {
    const found = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) names.add(found[1]);
  }
  const notices = [...names].sort().map(name => {
    const folder = join(here, 'node_modules', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(f => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name} has no licence file`);
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  notices.push(`Inter\n\n${readFileSync(join(fonts, 'LICENSE.inter'), 'utf8').trim()}\n`);
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}
