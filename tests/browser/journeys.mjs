// Journeys through the pages in a real Chromium: what people come to do, with the keyboard, without JavaScript, on a
// narrow screen, in both languages. Run by tests/suite/browser.rs against a demo node; ends with 1 when a step fails.
// With SCREENSHOTS=DIR it leaves a picture of every page it visits.

import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';

const address = process.env.TRIPOINT_ADDRESS;
const accounts = new Map(JSON.parse(process.env.TRIPOINT_ACCOUNTS).map(a => [a.login, a.password]));
const pictures = process.env.SCREENSHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/// A fresh window; every request that leaves the node, every error on a page and every broken policy is a failure.
async function open({ width = 1280, javaScriptEnabled = true, locale = 'en-GB' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, locale });
  const page = await context.newPage();
  page.on('request', request => assert.ok(request.url().startsWith(address) || request.url().startsWith('data:'),
    `a request left the node: ${request.url()}`));
  page.on('pageerror', error => assert.fail(`on ${page.url()}: ${error}`));
  page.on('console', message => {
    if (/Content Security Policy/i.test(message.text())) assert.fail(`on ${page.url()}: ${message.text()}`);
  });
  return page;
}

async function signIn(page, login) {
  await page.goto(`${address}/sign-in`);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', accounts.get(login));
  await page.click('main button[type=submit]');
  await page.waitForURL(`${address}/`);
}

/// The page must fit its width, name its language, have one main heading and a label for every field.
async function looksRight(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 1, `${page.url()} is ${wide} px too wide`);
  assert.equal(await page.locator('h1').count(), 1, `${page.url()} needs one main heading`);
  const unlabelled = await page.evaluate(() =>
    [...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')]
      .filter(field => !field.labels?.length && !field.getAttribute('aria-label')).map(field => field.name));
  assert.deepEqual(unlabelled, [], `${page.url()} has fields without a label`);
  const raw = await page.evaluate(() => document.body.innerText.match(/\b(web|fault|refusal|act|role|kind)-[a-z]+(-[a-z]+)*\b/g));
  const keys = (raw ?? []).filter(word => !/^(web-site|act-up)$/.test(word));
  assert.deepEqual(keys, [], `${page.url()} shows keys instead of words`);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const pages = ['/', '/rounds', '/rounds/karsk-2026', '/matrices', '/plans', '/plans/overdue', '/findings', '/recommendations',
  '/reports', '/register', '/states', '/templates'];

const journeys = {
  async 'every page reads in both languages, wide and narrow'() {
    for (const width of [1280, 390]) {
      const page = await open({ width });
      await signIn(page, 'coordinator-xo');
      for (const language of ['en', 'ru']) {
        await page.goto(`${address}/?lang=${language}`);
        const linked = [...pages];
        for (const list of ['/matrices', '/plans', '/recommendations', '/reports', '/findings']) {
          await page.goto(address + list);
          const href = await page.locator('main a[href]').evaluateAll((links, list) =>
            links.map(link => link.getAttribute('href')).find(href => new RegExp(`^${list}/[0-9a-f-]{36}$`).test(href)), list);
          if (href) linked.push(href);
        }
        for (const path of linked) {
          const answer = await page.goto(address + path);
          assert.equal(answer.status(), 200, path);
          assert.equal(await page.getAttribute('html', 'lang'), language, path);
          const name = path === '/' ? 'home' : path.slice(1).replace(/\/[0-9a-f-]{36}$/, '-one').replaceAll('/', '-');
          await looksRight(page, `${name}-${language}-${width}`);
          const text = await page.innerText('body');
          assert.ok(text.includes('These States do not exist') && text.includes('Таких государств нет'), `${path} lacks the band`);
        }
      }
      await page.context().close();
    }
  },

  async 'a coordinator answers a cell with the keyboard alone'() {
    const page = await open();
    await signIn(page, 'coordinator-xo');
    await page.goto(`${address}/matrices`);
    await page.locator('main a[href^="/matrices/"]:not([href$="/new"])').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/matrices\/[0-9a-f-]{36}$/);
    const matrix = page.url();
    await page.goto(`${matrix}/cells/IV.18:C:LF/edit`);
    await page.locator('textarea[name="information.en"]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The catch-all clause covers chemicals.');
    await page.locator('button[value=save]').focus();
    await page.keyboard.press('Enter');
    // The page that was left is loaded too: what is waited for is the page that follows the save.
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    assert.match(await page.innerText('main'), /The catch-all clause covers chemicals\./);
    await page.context().close();
  },

  async 'two people do not lose each other’s words'() {
    const [first, second] = [await open(), await open()];
    await signIn(first, 'coordinator-xo');
    await signIn(second, 'coordinator-xo');
    await first.goto(`${address}/matrices`);
    const href = await first.locator('main a[href^="/matrices/"]:not([href$="/new"])').first().getAttribute('href');
    const cell = `${address}${href}/cells/IV.18:N:LF/edit`;
    await first.goto(cell);
    await second.goto(cell);
    await first.fill('textarea[name="information.en"]', 'What the first person wrote.');
    await second.fill('textarea[name="information.en"]', 'What the second person wrote.');
    await first.click('button[value=save]');
    await first.waitForLoadState('load');
    await second.click('button[value=save]');
    await second.waitForLoadState('load');
    const text = await second.content();
    assert.ok(text.includes('What the first person wrote.') && text.includes('What the second person wrote.'), 'both versions are shown');
    await looksRight(second, 'conflict-en-1280');
    await first.context().close();
    await second.context().close();
  },

  async 'everything reads without JavaScript'() {
    const page = await open({ javaScriptEnabled: false });
    await signIn(page, 'delegate-xo');
    for (const path of pages) {
      const answer = await page.goto(address + path);
      assert.equal(answer.status(), 200, path);
    }
    await page.goto(`${address}/matrices`);
    await page.locator('main a[href^="/matrices/"]:not([href$="/new"])').first().click();
    await page.locator('a[data-cell]').first().click();
    assert.match(page.url(), /\/cells\//);
    await page.context().close();
  },

  async 'Alt+L changes the language and stays on the page'() {
    const page = await open();
    await signIn(page, 'coordinator-xo');
    await page.goto(`${address}/recommendations`);
    await page.keyboard.press('Alt+l');
    await page.waitForFunction(() => document.documentElement.lang === 'ru');
    assert.match(page.url(), /\/recommendations/);
    await page.context().close();
  },

  async 'a matrix opens its cell beside the grid'() {
    const page = await open();
    await signIn(page, 'coordinator-xo');
    await page.goto(`${address}/matrices`);
    await page.locator('main a[href^="/matrices/"]:not([href$="/new"])').first().click();
    await page.locator('a.mark[data-cell]').first().click();
    await page.waitForFunction(() => document.querySelector('#panel')?.innerText.trim().length > 0);
    assert.match(page.url(), /\/matrices\/[0-9a-f-]{36}/);
    if (pictures) await page.screenshot({ path: `${pictures}/matrix-panel-en-1280.png` });
    await page.context().close();
  },

  async 'a spectrum is looked at, kept with a sample, verified by a second person, and reported'() {
    const page = await open();
    await signIn(page, 'analyst-xo');
    const file = new URL('../../examples/training-laboratory/drum-gauge.n42', import.meta.url).pathname;
    await page.goto(`${address}/spectra`);
    await looksRight(page, 'spectra-en-1280');
    await page.setInputFiles('input[name=file]', file);
    await page.keyboard.press('Tab');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/spectra\/[0-9a-f-]{36}/);
    // The plot is drawn from the data, and everything on it is done by keyboard.
    const plot = page.locator('.plot-picture');
    await page.waitForSelector('.plot-picture svg');
    assert.ok(!(await page.locator('.plot-still').isVisible()), 'the picture without script is put away');
    await plot.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('n');
    assert.match(await page.innerText('.plot-readout'), /keV/);
    const before = await page.locator('.plot-picture .plot-counts').getAttribute('d');
    await page.keyboard.press('+');
    assert.notEqual(await page.locator('.plot-picture .plot-counts').getAttribute('d'), before, 'the plot is zoomed');
    await page.keyboard.press('Home');
    assert.equal(await page.locator('.plot-picture .plot-counts').getAttribute('d'), before, 'Home shows all again');
    await page.keyboard.press('l');
    assert.equal(await page.getAttribute('[data-do=scale]', 'aria-pressed'), 'false');
    await page.keyboard.press('o');
    await page.keyboard.type('Cs-137');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.plot-picture .plot-overlaid').length > 0);
    assert.match(await page.innerText('.plot-legend'), /Cs-137/);
    assert.match(await page.innerText('main'), /The spectrum shows: Cs-137/);
    await looksRight(page, 'spectrum-en-1280');
    // Keep it with the sample of the demonstration.
    const sample = await page.locator('select[name=sample] option', { hasText: 'XO-2026-031' }).getAttribute('value');
    await page.selectOption('select[name=sample]', sample);
    await page.locator('button', { hasText: 'Keep it with the sample' }).click();
    await page.waitForURL(/\/measurements\/[0-9a-f-]{36}/);
    const measurement = new URL(page.url()).pathname;
    await page.waitForSelector('.plot-picture svg');
    await looksRight(page, 'measurement-en-1280');
    assert.equal(await page.locator('details summary', { hasText: 'Verify this result' }).count(), 1, 'the form is offered');
    // Its author may not verify it; a second person may.
    await page.locator('details summary', { hasText: 'Verify this result' }).click();
    await page.fill('textarea[name=checked]', 'My own work.');
    await page.click('button[value=verified]');
    await page.waitForURL(/\/verify$/);
    assert.match(await page.innerText('main'), /author/i);
    const second = await open();
    await signIn(second, 'second-analyst-xo');
    await second.goto(address + measurement);
    await second.locator('details summary', { hasText: 'Verify this result' }).click();
    await second.fill('textarea[name=checked]', 'The line at 662 keV, the background, the calibration.');
    await second.click('button[value=verified]');
    await second.waitForURL(/done=verified/);
    await second.goto(address + measurement);
    assert.match(await second.innerText('main'), /verified · second-analyst-xo/);
    for (const format of ['PDF', 'DOCX']) {
      const [download] = await Promise.all([
        second.waitForEvent('download'),
        second.locator('.toolbar a', { hasText: format }).click(),
      ]);
      assert.match(download.suggestedFilename(), new RegExp(`drum-gauge-en\\.${format.toLowerCase()}$`));
    }
    await second.goto(`${address}/samples/${sample}`);
    await looksRight(second, 'sample-en-1280');
    // Without script the picture stands there, and the form works.
    const plain = await open({ javaScriptEnabled: false });
    await signIn(plain, 'second-analyst-xo');
    await plain.goto(address + measurement);
    assert.ok(await plain.locator('.plot-still svg').isVisible());
    for (const opened of [page, second, plain]) await opened.context().close();
  },

  async 'the auditor verifies the register'() {
    const page = await open();
    const auditor = [...accounts.keys()].find(login => login.startsWith('auditor'));
    await signIn(page, auditor);
    await page.goto(`${address}/register`);
    await page.locator('form[action="/register/verify"] button').click();
    await page.waitForFunction(() => /holds|verified/i.test(document.querySelector('main').innerText), null, { timeout: 60000 });
    await looksRight(page, 'verified-en-1280');
    await page.context().close();
  },

  async 'a party is checked, cleared with a reason, and comes back when the list changes'() {
    const page = await open({ javaScriptEnabled: false });
    const officer = [...accounts.keys()].find(login => login.startsWith('licensing'));
    await signIn(page, officer);
    await page.goto(`${address}/parties`);
    await looksRight(page, 'party-check-en-1280');
    await page.fill('input[name=name]', 'Weskov Ilan');
    await page.selectOption('select[name=kind]', 'person');
    await page.fill('input[name=reference]', 'Declaration 17');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/parties\/screenings\/[0-9a-f-]{36}/);
    const screening = page.url().split('?')[0];
    await looksRight(page, 'party-screening-en-1280');
    assert.match(await page.innerText('table.aligned'), /ilan/i);
    // Without a reason nothing is decided.
    await page.locator('button[value=clear]').first().click();
    assert.equal(await page.locator('.faults').count(), 1);
    const hits = await page.locator('form.decide').count();
    for (let n = 0; n < hits; n += 1) {
      await page.locator('form.decide textarea').nth(n).fill('Another person by passport');
      await page.locator('form.decide button[value=clear]').nth(n).click();
    }
    assert.match(await page.innerText('main'), /cleared: Another person by passport/);
    await page.goto(`${address}/party-lists/import`);
    const folder = new URL('../../examples/training-parties/2026-11/', import.meta.url).pathname;
    await page.setInputFiles('input[name=files]', [`${folder}training-list.csv`, `${folder}training-list.toml`]);
    await page.click('main form button[type=submit]');
    await page.waitForURL(/import\/preview/);
    await looksRight(page, 'party-list-preview-en-1280');
    await page.locator('form[action$="/accept"] button').click();
    await page.waitForURL(/\/party-lists\/[0-9a-f-]{36}/);
    await looksRight(page, 'party-list-en-1280');
    await page.goto(screening);
    assert.match(await page.innerText('main'), /Open again: the listed entry says something else/);
    for (const language of ['en', 'ru']) {
      for (const path of ['/parties', '/parties/table', '/parties/screenings', '/party-lists']) {
        await page.goto(`${address}${path}?lang=${language}`);
        await looksRight(page, `${path.slice(1).replaceAll('/', '-')}-${language}-1280`);
      }
    }
    await page.context().close();
  },

  async 'a table of parties is mapped, screened and filtered'() {
    const page = await open({ width: 390 });
    await signIn(page, [...accounts.keys()].find(login => login.startsWith('border')));
    await page.goto(`${address}/parties/table`);
    await page.fill('textarea[name=pasted]', 'who\tborn\nIlan Vesk\t1968-04-11\nNobody Inparticular\t1970');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/parties\/table\/columns/);
    await looksRight(page, 'party-columns-en-390');
    const names = await page.locator('select[name="column.name"] option').allInnerTexts();
    assert.ok(names.length > 1, names.join());
    await page.selectOption('select[name="column.name"]', { index: 1 });
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/parties\/tables\/[0-9a-f-]{36}/, { timeout: 60000 });
    await looksRight(page, 'party-results-en-390');
    await page.locator('a[href*="state=open"]').first().click();
    assert.match(await page.innerText('tbody'), /Ilan Vesk/);
    await page.context().close();
  },

  async 'an officer goes from a description to a parameter sheet with the keyboard alone'() {
    const page = await open();
    const officer = [...accounts.keys()].find(login => login.startsWith('licensing'));
    await signIn(page, officer);
    await page.goto(`${address}/goods`);
    await page.locator('textarea[name=description]').focus();
    await page.keyboard.type('Drum of hydrofluoric acid, 200 L');
    await page.locator('input[name=cas]').focus();
    await page.keyboard.type('7664-39-3');
    await page.keyboard.press('Enter');
    await page.waitForSelector('ol.candidates');
    await looksRight(page, 'goods-answer-en-1280');
    const first = page.locator('ol.candidates > li').first();
    assert.match(await first.innerText(), /1C350\.24/);
    await first.locator('form button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/determinations\/[0-9a-f-]{36}/);
    // The CAS number is answered already, and the next thing asked is another.
    assert.match(await page.innerText('ul.given'), /7664-39-3/);
    await looksRight(page, 'determination-en-1280');
    for (let asked = 0; asked < 6 && await page.locator('input[type=radio][name=value]').count(); asked++) {
      const before = await page.innerText('#question');
      await page.locator('input[type=radio][name=value]').last().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.waitForFunction(before => document.querySelector('#question')?.innerText !== before, before);
    }
    assert.equal(await page.locator('section.question').count(), 0, 'the interview comes to an end');
    assert.match(await page.innerText('.outcome'), /met by the facts given/);
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.locator('aside a[href$="format=pdf"]').click()]);
    assert.match(sheet.suggestedFilename(), /1C350\.24/);
    await page.locator('textarea[name=conclusion]').fill('Read with the data sheet.');
    await page.locator('form[action$="/conclude"] button').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('form[action$="/reopen"]'));
    await page.setViewportSize({ width: 390, height: 900 });
    await looksRight(page, 'determination-concluded-en-390');
    await page.context().close();
  },

  async 'what does not reach a person is not there'() {
    const page = await open();
    const officer = [...accounts.keys()].find(login => login.startsWith('border'));
    await signIn(page, officer);
    for (const path of ['/matrices', '/plans', '/recommendations', '/register', '/accounts']) {
      const answer = await page.goto(address + path);
      assert.ok([403, 404].includes(answer.status()), `${path}: ${answer.status()}`);
      await looksRight(page, 'refused-en-1280');
    }
    await page.context().close();
  },
};

let failed = 0;
for (const [name, journey] of Object.entries(journeys)) {
  try {
    await journey();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${error.message.split('\n').slice(0, 6).join('\n     ')}`);
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
