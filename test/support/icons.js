/**
 * Icons without their pictures: the library's index holds thousands and takes each test file two seconds to load.
 * No test looks at a picture; browser tests have the real ones.
 */
const React = require("react");

const known = new Map();

/** Any name: an icon, unless the library has a function of that name that makes or chooses icons. */
const MAKERS = {
  bundleIcon: (filled) => filled,
  createFluentIcon: (name) => icon(name),
  IconDirectionContextProvider: ({ children }) => children,
  useIconContext: () => ({ textDirection: "ltr" }),
  iconClassName: "fui-Icon",
  iconFilledClassName: "fui-Icon-filled",
  iconRegularClassName: "fui-Icon-regular",
  iconColorClassName: "fui-Icon-color",
  iconLightClassName: "fui-Icon-light",
  __esModule: true,
};

function icon(name) {
  if (!known.has(name)) known.set(name, React.forwardRef((props, ref) => React.createElement("svg", { "aria-hidden": props["aria-label"] === undefined ? true : undefined, ...(props["aria-label"] === undefined ? {} : { role: "img" }), ...props, ref })));
  return known.get(name);
}

module.exports = new Proxy(MAKERS, { get: (makers, name) => (typeof name === "symbol" ? undefined : Object.hasOwn(makers, name) ? makers[name] : icon(name)) });
