// Builds the page assets into the folder given: the design system as published, and our islands and style.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const target = process.argv[2] ?? 'dist';
const designSystem = 'node_modules/dkfds/dist';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], { stdio: 'inherit' });

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const part of ['css/dkfds.min.css', 'fonts', 'img', 'LICENSE.md']) {
  cpSync(join(designSystem, part), join(target, 'dkfds', part), { recursive: true });
}
cpSync('node_modules/d3-scale/LICENSE', join(target, 'd3', 'LICENSE'));
cpSync('src/static', target, { recursive: true });
await build({
  entryPoints: ['src/app.ts', 'src/charts.ts', 'src/lti.ts', 'src/app.css'],
  outdir: target,
  bundle: true,
  minify: true,
  sourcemap: false,
  target: ['es2020'],
  external: ['*.svg', '*.woff2'],
  logLevel: 'warning',
});
