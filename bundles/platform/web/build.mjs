// Bundles the libraries that pages import (see the import map) into the folder given, with their licences.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const out = resolve(process.argv[2] ?? 'target/classes/ui/lib');
process.chdir(dirname(fileURLToPath(import.meta.url)));
installWhatTheLockFileSays();
const { build, transform } = await import('esbuild');

const directives = ['class-map', 'guard', 'if-defined', 'keyed', 'live', 'ref', 'repeat', 'style-map', 'until', 'when'];

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: {
    'lit/index': 'lit',
    ...Object.fromEntries(directives.map(name => [`lit/directives/${name}`, `lit/directives/${name}.js`])),
    'lit-task': '@lit/task',
    echarts: 'src/main/lib/echarts.js',
    leaflet: 'src/main/lib/leaflet.js'
  },
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  legalComments: 'eof',
  metafile: true,
  logLevel: 'warning'
});
writeFileSync(join(out, 'leaflet.css'), await leafletCss());
writeFileSync(join(out, 'THIRD-PARTY.txt'), licences());

function installWhatTheLockFileSays() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) {
    return;
  }
  const npm = spawnSync('npm', ['ci'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error(npm.error?.code === 'ENOENT' ? 'npm is missing' : 'npm ci failed');
    process.exit(1);
  }
}

/** Without what names a file: nothing here uses Leaflet's pictures. */
async function leafletCss() {
  const css = readFileSync('node_modules/leaflet/dist/leaflet.css', 'utf8').replace(/^.*url\(.*$/gm, '');
  return (await transform(css, { loader: 'css', minify: true, target: 'es2022' })).code;
}

/** Licence and notice of each package that something of is in the bundles. */
function licences() {
  const folders = new Set(['node_modules/leaflet']);
  for (const input of Object.keys(metafile.inputs)) {
    const [folder] = /^node_modules\/(@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder) folders.add(folder);
  }
  return [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder, { withFileTypes: true })
      .filter(file => /^(licen[cs]e|notice)/i.test(file.name))
      .flatMap(file => file.isDirectory() ? readdirSync(join(folder, file.name)).map(text => join(file.name, text)) : file.name)
      .sort();
    if (!texts.length) throw new Error(`${name} has no licence`);
    const title = `${name} ${version} (${license})`;
    return [title, '='.repeat(title.length), ...texts.map(file => readFileSync(join(folder, file), 'utf8').trim())].join('\n\n');
  }).join('\n\n\n') + '\n';
}
