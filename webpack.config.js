/**
 * Two builds from one source tree:
 *   dist/            the add-in: task pane, ribbon commands, icons, office.js. This is what an office installs.
 *   dist-workbench/  the page that shows the add-in in an embedded Excel. Served over dist/ as one site, never packaged.
 *
 * `webpack serve` serves both together over http, which the workbench needs nothing more than;
 * `--env https` uses the Office development certificate, because Excel loads add-ins over https only.
 */
const path = require("node:path");
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

module.exports = async (env, argv) => {
  const development = argv.mode === "development";
  const serving = env.WEBPACK_SERVE === true;
  const site = shared({ development, serving });
  return [
    {
      ...site,
      name: "add-in",
      entry: { taskpane: "./src/taskpane/main.tsx", commands: "./src/commands/main.ts" },
      output: output("dist", development),
      plugins: [
        ...site.plugins,
        page("taskpane", "src/taskpane/taskpane.html"),
        page("commands", "src/commands/commands.html"),
        new CopyPlugin({
          patterns: [
            { from: "assets/icons/*.png", to: "[path][name][ext]" },
            { from: "assets/samples/*.xlsx", to: "[path][name][ext]" },
            { from: "assets/office-js/oteljs_agave.js", to: "office-js/telemetry/oteljs_agave.js" },
            ...OFFICE_JS_FILES.map((file) => ({ from: path.join(OFFICE_JS, file), to: `office-js/${file}`, info: { minimized: true } })),
          ],
        }),
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
        page("workbench", "src/workbench/workbench.html"),
        new CopyPlugin({ patterns: [{ from: "src/workbench/trust", to: "office-js/AgaveErrorUX" }, { from: "manifest.xml" }] }),
      ],
    },
  ];
};

function shared({ development, serving }) {
  return {
    context: __dirname,
    mode: development ? "development" : "production",
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
    plugins: [new CssPlugin({ filename: development ? "[name].css" : "[name].[contenthash:8].css" })],
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
    performance: { hints: false },
    cache: { type: "filesystem" },
    stats: "errors-warnings",
    infrastructureLogging: { level: serving ? "warn" : "error" },
  };
}

function output(folder, development) {
  return {
    path: path.join(__dirname, folder),
    filename: development ? "[name].js" : "[name].[contenthash:8].js",
    // Relative, so that the site works under any path of an intranet server.
    publicPath: "auto",
    clean: true,
  };
}

function page(chunk, template) {
  return new HtmlPlugin({ filename: `${chunk}.html`, template, chunks: [chunk], scriptLoading: "defer" });
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
      announce(server.compiler, `${https ? "https" : "http"}://localhost:${PORT}/`);
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
