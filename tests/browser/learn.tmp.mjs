import { launch } from './chromium.mjs';
const base = 'http://127.0.0.1:18090'; const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(base + '/login'); await page.fill('[name=email]', 'ruth@fernhill.example'); await page.fill('[name=password]', 'fernhill'); await page.click('button[type=submit]');
await page.goto(base + '/settings/scoring/learned'); await page.click('#learn button');
for (let i = 0; i < 40 && !(await page.$('#lesson')); i++) { await page.waitForTimeout(1000); await page.goto(base + '/settings/scoring/learned'); }
await page.check('input[value=blended]'); await page.click('#lesson button.primary'); await page.waitForLoadState();
await page.screenshot({ path: '/tmp/used.png', fullPage: true });
await page.goto(base + '/leads?tier=high'); const href = await page.getAttribute('table a[href^="/leads/"]', 'href');
for (const [n, w, c] of [['d', 1440, 'light'], ['p', 390, 'dark']]) {
  await page.setViewportSize({ width: w, height: 900 }); await page.emulateMedia({ colorScheme: c });
  await page.goto(base + href); await (await page.$('#why')).screenshot({ path: `/tmp/why-${n}.png` });
  await page.goto(base + '/settings/scoring/learned'); await page.screenshot({ path: `/tmp/used-${n}.png`, fullPage: true });
}
await browser.close();
