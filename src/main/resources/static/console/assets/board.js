// Draws the figures of the day, and again whenever the board is fetched anew.
(() => {
  "use strict";
  const { colour, level, common, start } = window.quanzuCharts;
  const ink = colour("ink"), soft = colour("soft"), line = colour("line");
  const tongue = document.documentElement.lang;
  const short = (number) => Math.abs(number) >= 1e6
    ? Number(number).toLocaleString(tongue, { notation: "compact", maximumFractionDigits: 2 })
    : Number(number).toLocaleString(tongue, { maximumFractionDigits: Math.abs(number) < 100 ? 1 : 0 });
  const numbers = { axisLabel: { color: soft, formatter: short, hideOverlap: true }, splitLine: { lineStyle: { color: line } }, minInterval: 1 };
  const legend = (names) => ({ show: true, top: 0, left: 0, itemGap: 18, data: names, textStyle: { color: ink, fontSize: 13 }, selectedMode: false });
  const drawn = (chart) => chart.series.filter((series) => series.numbers.length > 0);
  const ROW = 46;

  const stacked = (chart) => ({
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    legend: legend(drawn(chart).map((s) => s.name)),
    grid: { left: 44, right: 12, top: 36, bottom: 28 },
    xAxis: { type: "category", data: chart.rows, axisLabel: { color: soft }, axisTick: { show: false } },
    yAxis: { type: "value", ...numbers },
    series: drawn(chart).map((s) => ({
      name: s.name, type: "bar", stack: "all", data: s.numbers, barMaxWidth: 34,
      itemStyle: { color: level(s.level).colour, borderColor: colour("card"), borderWidth: 1 },
    })),
  });

  const width = (text) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13.5 : 7.5), 0);
  const beside = (chart) => Math.min(146, Math.max(...chart.rows.map(width)));
  const across = (chart) => ({
    legend: legend(drawn(chart).map((s) => s.name)),
    grid: { left: beside(chart) + 12, right: 74, top: 34, bottom: 26 },
    yAxis: { type: "category", inverse: true, data: chart.rows, axisLabel: { color: ink, width: beside(chart), overflow: "break", lineHeight: 15 }, axisTick: { show: false } },
  });
  const pair = [{ color: colour("accent") }, { color: "#fff", borderColor: soft, borderWidth: 1.2 }];

  const bars = (chart) => ({
    ...across(chart),
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    xAxis: { type: "value", ...numbers },
    series: drawn(chart).map((s, i) => ({
      name: s.name, type: "bar", data: s.numbers, barMaxWidth: i === 0 ? 16 : 9, barGap: "15%", itemStyle: pair[i],
      label: { show: true, position: "right", color: i === 0 ? ink : soft, fontWeight: i === 0 ? "bold" : "normal", formatter: ({ value }) => short(value) },
    })),
  });

  // From half to nine in ten, on a scale of powers of ten, with the deadline as a mark.
  const minute = (chart, number) => chart.marks.unit.replace("{0}", number);
  const pace = (chart) => {
    const [median, ninetieth] = drawn(chart);
    const minutes = (value) => (value === null || value === undefined ? null : Math.max(value, 0.1));
    const row = (list, i) => [minutes(list[i]), i];
    return {
      ...across(chart),
      legend: legend([median.name, ninetieth.name, chart.marks.name]),
      tooltip: { trigger: "item", formatter: ({ seriesName, value }) => `${chart.rows[value[1]]}\n${seriesName}: ${minute(chart, short(value[0]))}` },
      xAxis: { type: "log", min: 0.1, axisLabel: { color: soft, formatter: (value) => minute(chart, value), hideOverlap: true }, splitLine: { lineStyle: { color: line } } },
      series: [
        {
          type: "custom", silent: true, z: 1,
          data: chart.rows.map((_, i) => [minutes(median.numbers[i]) ?? NaN, i, minutes(ninetieth.numbers[i]) ?? NaN]),
          renderItem: (_, api) => {
            const [x1, y] = api.coord([api.value(0), api.value(1)]);
            const x2 = api.coord([api.value(2), api.value(1)])[0];
            return Number.isFinite(x1) && Number.isFinite(x2)
              ? { type: "line", shape: { x1, y1: y, x2, y2: y }, style: { stroke: colour("accent"), lineWidth: 4, opacity: 0.35 } } : null;
          },
        },
        { name: median.name, type: "scatter", symbol: "circle", symbolSize: 13, z: 3, itemStyle: { color: colour("accent") }, data: chart.rows.map((_, i) => row(median.numbers, i)).filter((p) => p[0] !== null) },
        { name: ninetieth.name, type: "scatter", symbol: "circle", symbolSize: 12, z: 3, itemStyle: { color: "#fff", borderColor: colour("accent"), borderWidth: 2.5 }, data: chart.rows.map((_, i) => row(ninetieth.numbers, i)).filter((p) => p[0] !== null) },
        { name: chart.marks.name, type: "scatter", symbol: "rect", symbolSize: [4, 26], z: 2, itemStyle: { color: colour("bad") }, data: chart.rows.map((_, i) => row(chart.marks.numbers, i)) },
      ],
    };
  };

  const FORMS = { STACKED: stacked, BARS: bars, PACE: pace };
  const draw = () => {
    const charts = JSON.parse(document.getElementById("board-data").textContent);
    for (const chart of charts) {
      const element = document.querySelector(`[data-chart="${chart.id}"]`);
      if (!element) continue;
      element.style.height = chart.form === "STACKED" ? "260px" : `${60 + chart.rows.length * ROW}px`;
      const shape = FORMS[chart.form](chart), shared = common();
      const drawing = start(element);
      drawing.resize();
      drawing.setOption({
        ...shared, ...shape, tooltip: { ...shared.tooltip, ...shape.tooltip },
        aria: { enabled: true, label: { enabled: false }, decal: { show: chart.form === "STACKED" } },
      }, { notMerge: false, replaceMerge: ["series"] });
    }
    const status = document.getElementById("board-status"), said = document.getElementById("live").dataset.status;
    if (status.textContent !== said) status.textContent = said;
  };

  let open = [];
  document.addEventListener("htmx:beforeSwap", () => {
    open = [...document.querySelectorAll("#live details[open]")].map((details) => details.id);
  });
  document.addEventListener("htmx:afterSettle", () => {
    open.forEach((id) => { const details = document.getElementById(id); if (details) details.open = true; });
    draw();
  });
  draw();
})();
