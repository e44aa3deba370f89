// Addresses -> what Lighthouse says of each, one JSON object a line.
// node look_with_lighthouse.mjs CHROMIUM RUNS CATEGORY,... ADDRESS...
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [executablePath, runs, categories, ...addresses] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
});
const port = Number(new URL(browser.wsEndpoint()).port);
for (const address of addresses) {
  for (let run = 0; run < Number(runs); run += 1) {
    const found = await lighthouse(address, {
      port,
      output: "json",
      logLevel: "error",
      onlyCategories: categories.split(","),
    });
    const { lhr } = found;
    const scores = {};
    const failed = [];
    for (const category of Object.values(lhr.categories)) {
      scores[category.id] = Math.round(category.score * 100);
      for (const { id, weight } of category.auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 1) failed.push(`${id}: ${audit.title}`);
      }
    }
    console.log(JSON.stringify({ address, scores, failed, error: lhr.runtimeError?.message ?? null }));
  }
}
await browser.close();
