/**
 * Two builds from one source tree:
 *   dist/            the add-in: task pane, ribbon commands, icons, office.js. This is what an office installs.
 *   dist-workbench/  the page that shows the add-in in an embedded Excel. Served over dist/ as one site, never packaged.
 *
 * `webpack serve` serves both together over http, which the workbench needs nothing more than;
 * `--env https` uses the Office development certificate, because Excel loads add-ins over https only.
 * `--env office-js=cdn` (or `cdn-china`) takes office.js from Microsoft instead of from beside the page;
 * `--env sbom` lists in dist/ which libraries the bundles hold.
 */
const path = require("node:path");
const { gzipSync } = require("node:zlib");
const { CycloneDxWebpackPlugin } = require("@cyclonedx/webpack-plugin");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");

const PORT = Number(process.env.PORT ?? 3000);
const OFFICE_JS = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));

/**
 * The part of office.js that an Excel add-in asks for in our two languages. Its licence wants the files unmodified,
 * and its loader finds the rest beside a script named office.js, so they are copied and never bundled.
 */
const OFFICE_JS_FILES = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-web-16.00.js",
  "excel-win32-16.00.js",
  "excel-win32-16.01.js",
  "excel-winrt-16.00.js",
  "excel-mac-16.00.js",
  "excel-ios-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

/** Where office.js may come from instead: Microsoft's own network, and 21Vianet's for Microsoft 365 in China. */
const OFFICE_JS_CDN = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/",
  "cdn-china": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/",
};

/**
 * What a page loads before anybody can use it, in gzipped bytes of JavaScript, office.js and the words of one language
 * aside: our own, and the libraries in a file of their own, which browsers keep when ours is a newer one. Everything else
 * is loaded when it is first used. More fails the build.
 */
const FIRST_LOAD = { taskpane: { own: 150_000, libraries: 206_000 }, commands: { own: 6_000, libraries: 0 } };
const LIBRARIES = "libraries";

module.exports = async (env, argv) => {
  const development = argv.mode === "development";
  const officeJs = officeJsFrom(env["office-js"] ?? "local");
  const serving = env.WEBPACK_SERVE === true;
  const site = shared({ development, serving });
  return [
    {
      ...site,
      name: "add-in",
      entry: { taskpane: "./src/taskpane/main.tsx", commands: "./src/commands/main.ts" },
      output: output("dist", development),
      optimization: { ...site.optimization, splitChunks: { cacheGroups: { [LIBRARIES]: { test: /node_modules/, name: LIBRARIES, chunks: ({ name }) => name === "taskpane", enforce: true } } } },
      plugins: [
        ...site.plugins,
        ...(development ? [] : [firstLoad(FIRST_LOAD)]),
        page("taskpane", "src/taskpane/taskpane.html", officeJs),
        page("commands", "src/commands/commands.html", officeJs),
        new CopyPlugin({
          patterns: [
            { from: "assets/icons/*.png", to: "[path][name][ext]" },
            { from: "assets/samples/*.xlsx", to: "[path][name][ext]" },
            { from: "assets/guides/manual.*.html", to: "[path][name][ext]" },
            ...(officeJs.origin === "" ? copiedOfficeJs() : []),
          ],
        }),
        ...(env.sbom === true ? [sbom()] : []),
      ],
      ...(serving ? { devServer: await devServer(env.https === true) } : {}),
    },
    {
      ...site,
      name: "workbench",
      entry: { workbench: "./src/workbench/main.tsx" },
      output: output("dist-workbench", development),
      plugins: [
        ...site.plugins,
        page("workbench", "src/workbench/workbench.html", {}),
        new CopyPlugin({ patterns: [{ from: "src/workbench/trust", to: "office-js/AgaveErrorUX" }, { from: "manifest.xml" }] }),
      ],
    },
  ];
};

function shared({ development, serving }) {
  return {
    context: __dirname,
    mode: development ? "development" : "production",
    // What every Excel of our floor understands; for older ones webpack would make code from text.
    target: ["web", "es2022"],
    // No eval: the pages' content security policy forbids it.
    devtool: development ? "cheap-module-source-map" : false,
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic", development } }, target: "es2022" } },
          },
        },
        { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
      ],
    },
    plugins: [new CssPlugin({ filename: hashed("css", development) })],
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
    performance: { hints: false },
    cache: { type: "filesystem" },
    stats: "errors-warnings",
    infrastructureLogging: { level: serving ? "warn" : "error" },
  };
}

/** In a folder of their own, so that a server can be told with one line to let browsers keep them for good. */
function hashed(extension, development) {
  return development ? `static/[name].${extension}` : `static/[name].[contenthash:8].${extension}`;
}

function output(folder, development) {
  return {
    path: path.join(__dirname, folder),
    filename: hashed("js", development),
    // Relative, so that the site works under any path of an intranet server.
    publicPath: "auto",
    clean: true,
  };
}

/** `officeJs` is for the template: the script's address, and the origin that the page's policy must allow. */
function page(chunk, template, officeJs) {
  return new HtmlPlugin({ filename: `${chunk}.html`, template, chunks: [chunk], scriptLoading: "defer", officeJs });
}

function firstLoad(budgets) {
  return {
    apply: (compiler) => compiler.hooks.thisCompilation.tap("first-load", (compilation) => compilation.hooks.afterProcessAssets.tap("first-load", (assets) => {
      for (const [page, budget] of Object.entries(budgets)) {
        const sizes = { own: 0, libraries: 0 };
        for (const chunk of compilation.entrypoints.get(page).chunks) {
          for (const file of [...chunk.files].filter((name) => name.endsWith(".js"))) sizes[chunk.name === LIBRARIES ? "libraries" : "own"] += gzipSync(assets[file].buffer()).length;
        }
        for (const [kind, size] of Object.entries(sizes)) {
          if (size > budget[kind]) compilation.errors.push(new Error(`${page} loads ${size} bytes of gzipped JavaScript at first (${kind}), more than ${budget[kind]}`));
        }
      }
    })),
  };
}

/** Unvalidated: its validator of XML is a native module, which an override in package.json leaves out. */
function sbom() {
  return new CycloneDxWebpackPlugin({ outputLocation: "sbom", includeWellknown: false, reproducibleResults: true, validateResults: false });
}

function officeJsFrom(source) {
  if (source === "local") return { src: "office-js/office.js", origin: "" };
  const folder = OFFICE_JS_CDN[source];
  if (folder === undefined) throw new Error(`--env office-js is one of local, ${Object.keys(OFFICE_JS_CDN).join(", ")}; not ${source}`);
  return { src: `${folder}office.js`, origin: ` ${new URL(folder).origin}` };
}

function copiedOfficeJs() {
  return [
    { from: "assets/office-js/oteljs_agave.js", to: "office-js/telemetry/oteljs_agave.js" },
    ...OFFICE_JS_FILES.map((file) => ({ from: path.join(OFFICE_JS, file), to: `office-js/${file}`, info: { minimized: true } })),
  ];
}

async function devServer(https) {
  return {
    host: "localhost",
    port: PORT,
    server: https ? { type: "https", options: await require("office-addin-dev-certs").getHttpsServerOptions() } : "http",
    hot: false,
    static: false,
    client: { overlay: false, logging: "error" },
    setupMiddlewares: (middlewares, server) => {
      announce(server.compiler, `${https ? "https" : "http"}://localhost:${server.options.port}/`);
      const toWorkbench = (request, response, next) => (request.url === "/" ? response.redirect("/workbench.html") : next());
      return [{ name: "to-workbench", middleware: toWorkbench }, ...middlewares];
    },
  };
}

/** Says once, when the first build stands, where the workbench is. */
function announce(compiler, url) {
  let said = false;
  compiler.hooks.done.tap("announce", (stats) => {
    if (said || stats.hasErrors()) return;
    said = true;
    // After what webpack itself has to say, so that it stays in sight.
    setImmediate(() => process.stdout.write(`\n  预算执行跟踪 · Budget Execution\n  ${url}\n\n`));
  });
}
