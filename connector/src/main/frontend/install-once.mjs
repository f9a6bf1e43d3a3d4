// Installs the packages of the lock file, only when it has changed since the last time.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const mark = 'node_modules/.installed-lock';
const lock = readFileSync('package-lock.json', 'utf8');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  execFileSync(process.execPath, [process.env.npm_execpath, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  writeFileSync(mark, lock);
}
