// What all drawings share: the library, the colours of the pages, and a new size when the window has one.
window.quanzuCharts = (() => {
  "use strict";
  const root = getComputedStyle(document.documentElement);
  const colour = (name) => root.getPropertyValue(`--${name}`).trim();

  const level = (code) => {
    const probe = document.createElement("span");
    probe.className = `level-${code}`;
    probe.hidden = true;
    document.body.append(probe);
    const found = getComputedStyle(probe).getPropertyValue("--level").trim();
    const on = getComputedStyle(probe).getPropertyValue("--on-level").trim();
    probe.remove();
    return { colour: found || colour("soft"), on: on || "#fff" };
  };

  const font = getComputedStyle(document.body).fontFamily;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const common = () => ({
    animation: !still,
    animationDuration: 250,
    animationDurationUpdate: 250,
    useUTC: true,
    textStyle: { fontFamily: font, fontSize: 13, color: colour("ink") },
    tooltip: {
      renderMode: "richText", // a tooltip of HTML would carry inline styles
      confine: true,
      backgroundColor: colour("ink"),
      borderWidth: 0,
      padding: [8, 10],
      textStyle: { color: "#fff", fontSize: 13, lineHeight: 19, fontFamily: font },
    },
  });

  const drawn = new Map();
  const start = (element) => {
    const known = drawn.get(element);
    if (known) return known;
    const locale = document.documentElement.lang.startsWith("zh") ? "ZH" : "EN";
    const chart = echarts.init(element, null, { renderer: "canvas", locale });
    drawn.set(element, chart);
    new ResizeObserver(() => chart.resize()).observe(element);
    return chart;
  };

  return { colour, level, common, start };
})();
