/** What the web server must be told: one policy, written for IIS and for nginx. */

/** Kinds of files in the site. Servers know most of them; a wrong kind and a browser that may not guess leave a blank pane. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".png": "image/png",
  ".txt": "text/plain",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Excel on the web shows the pane in a frame: Microsoft's servers, and 21Vianet's in China. An Office server in the house is added to them. */
const EXCEL_ON_THE_WEB = ["https://*.officeapps.live.com", "https://*.office.com", "https://*.sharepoint.com", "https://*.partner.officewebapps.cn", "https://*.sharepoint.cn"];

/** The pages' own policies (taskpane.html) say the rest; who may frame a page can be said in a header only. */
export function headersFor(frameAncestors: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return [
    ["Content-Security-Policy", `frame-ancestors 'self' ${[...EXCEL_ON_THE_WEB, ...frameAncestors].join(" ")}`],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
  ];
}

/** Files in static/ carry a hash of their contents in their names; icons are asked for by Office, which wants to keep them. */
const KEPT_FOR_GOOD = "static";
const KEPT_FOR_A_DAY = "assets";

/** web.config, for the site's own folder. Everything but the two folders is asked for anew each time, and answered by "unchanged". */
export function webConfig(frameAncestors: readonly string[]): string {
  const types = Object.entries(FILE_TYPES).flatMap(([extension, type]) => [`<remove fileExtension="${extension}" />`, `<mimeMap fileExtension="${extension}" mimeType="${type}" />`]);
  const headers = headersFor(frameAncestors).flatMap(([name, value]) => [`<remove name="${name}" />`, `<add name="${name}" value="${value}" />`]);
  const lines = (all: readonly string[]): string => all.map((line) => `        ${line}`).join("\n");
  const keptFor = (folder: string, days: number): string => `  <location path="${folder}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${days}.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <staticContent>
${lines(types)}
        <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${lines(headers)}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${keptFor(KEPT_FOR_GOOD, 365)}
${keptFor(KEPT_FOR_A_DAY, 1)}
</configuration>
`;
}

/** nginx.conf, to be included in a server { } that has the certificate; the site's folder lies at its path below `root`. */
export function nginxSnippet(base: URL, frameAncestors: readonly string[]): string {
  const headers = headersFor(frameAncestors).map(([name, value]) => `    add_header ${name} "${value}" always;`);
  const types = Object.entries(FILE_TYPES).map(([extension, type]) => `        ${type} ${extension.slice(1)};`);
  return `# In the server { } block of ${base.host}: include this file.
# The contents of site/ belong into /srv/www${base.pathname}
location ${base.pathname} {
    root /srv/www;
    charset utf-8;
    gzip on;
    gzip_types text/javascript text/css;
    expires -1;
    types {
${types.join("\n")}
    }
${headers.join("\n")}

    # For IIS.
    location = ${base.pathname}web.config {
        return 404;
    }
    location ${base.pathname}${KEPT_FOR_GOOD}/ {
        expires 1y;
    }
    location ${base.pathname}${KEPT_FOR_A_DAY}/ {
        expires 1d;
    }
}
`;
}
