// A bundle's folder -> what a reader sees of it in Firefox by file://, as JSON.
// node open_in_firefox.mjs FIREFOX FOLDER-URL PATH...
import puppeteer from "puppeteer-core";

const [executablePath, home, ...paths] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: {
    "network.proxy.type": 1, // every request that leaves the machine ends at a closed port
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
  },
});
const troubles = [];
const page = await browser.newPage();
page.on("console", (message) => {
  if (message.type() === "error") troubles.push(`${page.url()}: ${message.text()}`);
});
page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
page.on("request", (request) => {
  if (!/^(file|data|blob|about):/.test(request.url())) troubles.push(`foreign ${request.url()}`);
});
await page.evaluateOnNewDocument(() => {
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
});

const headings = {};
for (const path of paths) {
  await page.goto(home + path, { waitUntil: "load" });
  headings[path] = await page.$eval("h1", (element) => element.textContent.trim());
}
await page.goto(home + "index.html", { waitUntil: "load" });
const styled = await page.$eval(".md-header", (element) => getComputedStyle(element).position);
const scheme = () => page.$eval("body", (body) => body.dataset.mdColorScheme);
const before = await scheme();
await page.$$eval("label.md-header__button[for^=__palette]", (labels) =>
  labels.find((label) => label.offsetParent !== null).click(),
);
const after = await scheme();
await page.goto(home + "search.html?q=" + encodeURIComponent("开阳"), { waitUntil: "load" });
await page.waitForSelector(".wenzhai-results__list > li", { timeout: 20000 });
const count = () => document.querySelectorAll(".wenzhai-results__list > li").length;
const results = await page.evaluate(count);
await page.$eval(".wenzhai-results__facets button", (facet) => facet.click());
await page.waitForFunction((was) => {
  const now = document.querySelectorAll(".wenzhai-results__list > li").length;
  return now > 0 && now < was;
}, {}, results);
const narrowed = await page.evaluate(count);
console.log(JSON.stringify({ headings, styled, before, after, results, narrowed, troubles }));
await browser.close();
