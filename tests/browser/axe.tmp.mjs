import { launch } from './chromium.mjs'; import { readFileSync } from 'node:fs';
const axe = readFileSync('./node_modules/axe-core/axe.min.js', 'utf8');
const base = 'http://127.0.0.1:18090'; const browser = await launch();
for (const [w, c] of [[1440, 'light'], [390, 'dark'], [320, 'light']]) {
  const page = await (await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: c, bypassCSP: true })).newPage();
  await page.goto(base + '/login'); await page.fill('[name=email]', 'ruth@fernhill.example'); await page.fill('[name=password]', 'fernhill'); await page.click('button[type=submit]');
  await page.goto(base + '/settings/scoring/learned');
  if (!(await page.$('#lesson'))) { await page.click('#learn button'); for (let i = 0; i < 40 && !(await page.$('#lesson')); i++) { await page.waitForTimeout(1000); await page.goto(base + '/settings/scoring/learned'); } }
  const check = await page.$('#lesson input[value=beside]'); if (check) { await check.check(); await page.click('#lesson button.primary'); }
  for (const url of ['/settings/scoring/learned', '/settings/scoring', '/leads/' + process.argv[2]]) {
    await page.goto(base + url); await page.evaluate(axe);
    const r = await page.evaluate(() => axe.run());
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    console.log(w, c, url, wide, r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | ')).join('; '));
    if (w === 390) await page.screenshot({ path: '/tmp/axe' + url.replaceAll('/', '-') + '.png', fullPage: true });
  }
}
await browser.close();
