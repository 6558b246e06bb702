// A folder with journeys, and a desk on it. KLANTREIS names the program, EXAMPLES the folder with examples.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const ended = [];
after(async () => { for (const end of ended) await end(); });

// folder makes a folder with examples in it.
export function folder(...examples) {
  const dir = mkdtempSync(join(tmpdir(), 'klantreis-desk-'));
  ended.push(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, 'reizen'));
  for (const name of examples) cpSync(join(process.env.EXAMPLES, name), join(dir, 'reizen', name), { recursive: true });
  return {
    dir, open: join(dir, 'reizen'),
    read: name => readFileSync(join(dir, 'reizen', name), 'utf8'),
    write: (name, text) => writeFileSync(join(dir, 'reizen', name), text),
  };
}

// start opens the desk of a folder; private files of its user lie beside that folder, so that a second desk finds them.
// It listens on a port of its own choice, or on the one that is given.
export async function start(place, port = '0') {
  const program = spawn(process.env.KLANTREIS, ['open', '--geen-browser', '--poort', port, place.open], {
    env: { ...process.env, HOME: place.dir, XDG_CONFIG_HOME: join(place.dir, 'config'), XDG_CACHE_HOME: join(place.dir, 'cache') },
  });
  const gone = new Promise(done => program.on('exit', done));
  const end = async (signal = 'SIGTERM') => { program.kill(signal); await gone; };
  ended.push(() => end('SIGKILL'));
  const address = await new Promise((found, failed) => {
    let told = '';
    const hear = d => {
      told += d;
      const address = told.match(/http:\S+/);
      if (address) found(address[0]);
    };
    program.stdout.on('data', hear);
    program.stderr.on('data', hear);
    gone.then(code => failed(new Error(`the program ended with ${code}: ${told}`)));
  });
  return { address, end };
}
