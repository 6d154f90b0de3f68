/** Draws each icon's SVG as PNG in the sizes Office asks for. Run `npm run icons` after changing one; needs Chromium. */
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

/** 16, 32 and 80 for the ribbon, 32 and 64 for the add-in list: all whole multiples of the 16-unit drawing. */
const SIZES = { pane: [16, 32, 64, 80], compute: [16, 32, 80], flag: [16, 32, 80], summary: [16, 32, 80] };

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  for (const [icon, sizes] of Object.entries(SIZES)) {
    const svg = fs.readFileSync(path.join(__dirname, `${icon}.svg`), "utf8");
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: path.join(__dirname, `${icon}-${size}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
