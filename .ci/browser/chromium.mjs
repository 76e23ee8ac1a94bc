// Headless Chromium, the one that CHROMIUM names.
import { createRequire } from 'node:module';
import { env } from 'node:process';

/** What an installed npm package exports, or where a file of it is. */
export const tools = createRequire(`${env.TOOLS}/package.json`);

const { chromium } = tools('playwright-core');

/** Without a sandbox of its own, which not every machine allows: it opens nothing but our pages. */
export function launch() {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--font-render-hinting=none', '--disable-lcd-text'];
  return chromium.launch({ executablePath: env.CHROMIUM, chromiumSandbox: false, args });
}
