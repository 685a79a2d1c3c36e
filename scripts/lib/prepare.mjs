import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const NEEDED_NODE = [20, 19];

/** Ends with a clear sentence on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  console.error(`Kairyo needs Node.js ${NEEDED_NODE.join('.')} or newer; this is ${process.version}.`);
  process.exit(1);
}

/** Installs the npm packages when they are missing or older than package-lock.json. */
export async function installPackages(say) {
  if (isNewer(join(PROJECT, 'node_modules', '.package-lock.json'), join(PROJECT, 'package-lock.json'))) return;
  say('installing npm packages');
  await runOrFail('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], say, 'installing npm packages');
}

/** Builds into `dist` when a source, or the list of packages, is newer than the last build. */
export async function build(say) {
  const stamp = join(PROJECT, 'dist', '.built');
  const sources = ['src', 'bench', 'demo', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest(sources.map((name) => join(PROJECT, name)))) return;
  say('building');
  await runOrFail('npm', ['run', '--silent', 'build'], say, 'building');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

const WEB = join(PROJECT, 'web');

/**
 * Installs the packages of the pages in `web/` and builds them into `dist/web`, each only when something is newer. Pages that
 * cannot be built stop nothing: the API runs without them and says so.
 *
 * @returns whether the pages are there.
 */
export async function buildWeb(say) {
  const stamp = join(PROJECT, 'dist', 'web', '.built');
  const sources = ['src', 'index.html', 'vite.config.mts', 'package-lock.json'].map((name) => join(WEB, name));
  const domain = join(PROJECT, 'src', 'domain');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest([...sources, domain])) return true;
  if (!(await installWeb(say))) return false;
  const vite = join(WEB, 'node_modules', 'vite', 'bin', 'vite.js');
  // Beside the old build and then in its place: a build that fails leaves the old one.
  const next = join(PROJECT, 'dist', `web-${process.pid}`);
  const build = [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', next];
  if (await webStep(say, 'building the pages', process.execPath, build)) {
    rmSync(join(PROJECT, 'dist', 'web'), { recursive: true, force: true });
    renameSync(next, join(PROJECT, 'dist', 'web'));
    writeFileSync(stamp, '');
  }
  rmSync(next, { recursive: true, force: true });
  return existsSync(join(PROJECT, 'dist', 'web', 'manifest.json'));
}

/**
 * Installs the packages of the pages when they are missing or older than their package-lock.json.
 *
 * @returns whether they are there.
 */
export async function installWeb(say) {
  if (isNewer(join(WEB, 'node_modules', '.package-lock.json'), join(WEB, 'package-lock.json'))) return true;
  const install = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
  return webStep(say, 'installing the packages of the pages', 'npm', install);
}

async function webStep(say, what, program, args) {
  say(what);
  const { code, output } = await run(program, args, { cwd: WEB, say, what });
  if (code !== 0) say(`${what} failed; the API works without the pages\n${output.trim()}`);
  return code === 0;
}

const isNewer = (file, than) => existsSync(file) && statSync(file).mtimeMs >= contentTime(than);

/** A fresh clone gives every file the time of the clone, which is older than any install: the file's own time will do. */
const contentTime = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Newest modification time (ms) of files and folders, folders with all they hold. */
function newest(paths) {
  let time = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const stats = statSync(path);
    time = Math.max(time, stats.mtimeMs);
    if (stats.isDirectory()) time = Math.max(time, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return time;
}

/** Runs a program of npm's, says every few seconds that it is still at it, and ends when it fails. */
async function runOrFail(program, args, say, what) {
  const { code, output } = await run(program, args, { cwd: PROJECT, say, what });
  if (code === 0) return;
  console.error(`${output}\n${what} failed (${[program, ...args].join(' ')}).`);
  process.exit(1);
}

function run(program, args, { cwd, say, what }) {
  const started = Date.now();
  const ticker = setInterval(() => say(`${what}: ${Math.round((Date.now() - started) / 1000)} s`), 5000);
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      clearInterval(ticker);
      resolve({ code, output });
    });
  });
}

/** The scripts of package.json, for messages. */
export const version = () => JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).version;
