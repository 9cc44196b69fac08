// Draws what happened to a person: money above, calls and the rest on lanes below, on one time axis.
(() => {
  "use strict";
  const element = document.getElementById("plot");
  const plot = JSON.parse(document.getElementById("plot-data").textContent);
  const { colour, level, common, start } = window.quanzuCharts;
  const font = common().textStyle.fontFamily;
  const ink = colour("ink"), soft = colour("soft"), line = colour("line"), card = colour("card");
  const local = (millis) => millis + plot.offset * 60000;
  const MARGIN = 0.03; // after the end, of what is shown
  const DAY = 86400000, HOUR = 3600000;
  const MONEY = 180, LANE = 34, LEFT = 92, RIGHT = 20, TOP = 10, GAP = 22, BELOW = 66;

  const hasMoney = plot.payments.length > 0;
  const laneTop = TOP + (hasMoney ? MONEY + GAP : 0);
  const laneHeight = Math.max(1, plot.lanes.length) * LANE;
  element.style.height = `${laneTop + laneHeight + BELOW}px`;
  const chart = start(element);

  // Money on a scale of powers of ten, out above the line and in below, so that 20 and 200,000 can both be read.
  const power = (amount) => Math.max(0.2, Math.log10(Math.max(1, amount)));
  const height = (payment) => (payment.out ? 1 : -1) * power(payment.amount);
  const reach = (out) => {
    const powers = plot.payments.filter((p) => p.out === out).map((p) => power(p.amount));
    return powers.length ? 2 * Math.ceil((Math.max(...powers) + 0.6) / 2) : 0;
  };
  const most = reach(true), least = reach(false);
  const amountText = (amount) => `${plot.sign}${Number(amount).toLocaleString("en", { maximumFractionDigits: 2 })}`;
  const tick = (value) => (value === 0 ? "0" : amountText(10 ** Math.abs(value)));

  const row = new Map(plot.lanes.map((lane, i) => [lane.key, i]));
  const told = (data) => data.text + (data.evidence ? `\n★ ${plot.words.evidence}` : "");
  const grid = (i) => ({ xAxisIndex: i, yAxisIndex: i });
  const lanes = grid(hasMoney ? 1 : 0);

  const stems = {
    type: "custom", ...grid(0), clip: true, silent: true, z: 1,
    data: plot.payments.map((p) => [local(p.at), height(p), p.evidence ? 1 : 0]),
    renderItem: (_, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const base = api.coord([api.value(0), 0])[1];
      const firm = api.value(2) === 1;
      return { type: "line", shape: { x1: x, y1: base, x2: x, y2: y }, style: { stroke: firm ? ink : soft, lineWidth: firm ? 2.5 : 1.2 } };
    },
  };
  const heads = (out) => ({
    type: "scatter", ...grid(0), z: 3, clip: true,
    symbol: out ? "circle" : "triangle", symbolRotate: out ? 0 : 180,
    data: plot.payments.filter((p) => p.out === out).map((p) => ({
      value: [local(p.at), height(p)], told: told(p), amount: p.foreign ?? amountText(p.amount),
      symbolSize: p.evidence ? 15 : 10,
      itemStyle: {
        color: p.evidence ? colour(out ? "plot-out" : "plot-in") : card,
        borderColor: p.evidence ? ink : colour(out ? "plot-out" : "plot-in"), borderWidth: p.evidence ? 2 : 1.5, opacity: 1,
      },
      label: { show: p.evidence },
    })),
    label: { position: out ? "top" : "bottom", formatter: ({ data }) => data.amount, fontSize: 12, fontWeight: "bold", color: ink, distance: 6 },
    labelLayout: { hideOverlap: true },
    emphasis: { scale: 1.3 },
  });

  const span = (api, least) => {
    const [from, y] = api.coord([api.value(0), api.value(1)]);
    const to = api.coord([api.value(2), api.value(1)])[0];
    return { x: from, y, width: Math.max(to - from, least) };
  };
  const clipped = (shape, { coordSys }) => echarts.graphic.clipRectByRect(shape, coordSys);

  const calls = {
    type: "custom", ...lanes, z: 2, clip: true,
    data: plot.calls.map((call) => ({
      value: [local(call.at), row.get(call.lane), local(call.end ?? call.at), call.evidence ? 1 : 0, call.talking ? 1 : 0],
      told: told(call) + (call.talking ? `\n${plot.words.talking}` : call.end === null ? `\n${plot.words["unknown-length"]}` : ""),
    })),
    renderItem: (params, api) => {
      const firm = api.value(3) === 1, talking = api.value(4) === 1;
      const at = span(api, 5);
      const shape = clipped({ x: at.x, y: at.y - 9, width: at.width, height: 18 }, params);
      if (!shape) return null;
      const fill = firm ? colour("plot-call") : colour("plot-call-soft");
      const children = [{ type: "rect", shape: { ...shape, r: talking ? [3, 0, 0, 3] : 3 }, style: { fill, stroke: firm ? ink : colour("plot-call"), lineWidth: firm ? 2 : 1 } }];
      if (talking) {
        const end = shape.x + shape.width;
        children.push({ type: "polygon", shape: { points: [[end, at.y - 13], [end + 11, at.y], [end, at.y + 13]] }, style: { fill: colour("bad"), stroke: card, lineWidth: 1 } });
        if (shape.width > 110) {
          children.push({ type: "text", style: { text: plot.words.talking, x: end - 8, y: at.y, textAlign: "right", textVerticalAlign: "middle", fill: firm ? "#fff" : ink, fontSize: 12, fontWeight: "bold", fontFamily: font } });
        }
      }
      return { type: "group", children };
    },
  };

  const steps = {
    type: "custom", ...lanes, z: 1, clip: true, silent: true,
    data: plot.steps.map((step, i) => [local(step.from), row.get("LEVEL"), local(step.to), i]),
    renderItem: (params, api) => {
      const at = span(api, 1);
      const shape = clipped({ x: at.x, y: at.y - 11, width: at.width, height: 22 }, params);
      if (!shape) return null;
      const step = plot.steps[api.value(3)], look = level(step.code);
      const children = [{ type: "rect", shape, style: { fill: look.colour, stroke: card, lineWidth: 1 } }];
      if (shape.width > 14 + step.name.length * 9) {
        children.push({ type: "text", style: { text: step.name, x: shape.x + 7, y: at.y, textVerticalAlign: "middle", fill: look.on, fontSize: 12, fontWeight: "bold", fontFamily: font } });
      }
      return { type: "group", children };
    },
  };

  const SHAPES = { MESSAGE: "rect", APP: "diamond", TOLD: "pin" };
  const marks = {
    type: "scatter", ...lanes, z: 3, clip: true,
    data: plot.marks.map((mark) => ({
      value: [local(mark.at), row.get(mark.lane)], told: told(mark), symbol: SHAPES[mark.lane],
      symbolSize: mark.lane === "TOLD" ? 22 : mark.evidence ? 15 : 11,
      itemStyle: { color: mark.evidence ? ink : card, borderColor: mark.evidence ? ink : soft, borderWidth: 1.5, opacity: 1 },
    })),
    emphasis: { scale: 1.3 },
  };

  const nowLine = (label) => ({
    type: "line", data: [], ...(label ? lanes : grid(0)), silent: true,
    markLine: {
      silent: true, symbol: "none", animation: false, lineStyle: { color: colour("bad"), type: "dashed", width: 1.2 },
      label: { show: label, formatter: plot.words.now, color: colour("bad"), fontSize: 12, position: "start", distance: 4 },
      data: plot.now <= plot.to ? [{ xAxis: local(plot.now) }] : [],
    },
  });

  const time = (gridIndex, labels) => ({
    type: "time", gridIndex, min: local(plot.from), max: local(plot.to + MARGIN * (plot.to - plot.from)), position: "bottom",
    axisLabel: { show: labels, color: soft, fontSize: 12, hideOverlap: true },
    axisLine: { show: labels, lineStyle: { color: soft }, onZero: false }, axisTick: { show: labels },
    splitLine: { show: true, lineStyle: { color: line, type: "dotted" } },
  });
  const money = {
    type: "value", gridIndex: 0, min: -least, max: most, interval: 2,
    axisLabel: { color: soft, fontSize: 12, formatter: tick }, splitLine: { lineStyle: { color: line } }, axisLine: { show: false }, axisTick: { show: false },
  };
  const names = {
    type: "category", gridIndex: hasMoney ? 1 : 0, inverse: true, data: plot.lanes.map((lane) => lane.name),
    axisLabel: { color: ink, fontSize: 12, width: LEFT - 14, overflow: "break" }, axisTick: { show: false }, axisLine: { show: false },
    splitArea: { show: true, areaStyle: { color: ["transparent", colour("ground")] } },
  };
  const corner = (text, top) => ({ type: "text", left: LEFT + 8, top, silent: true, z: 5, style: { text, fill: soft, font: `12px ${font}` } });

  const zero = TOP + (MONEY * most) / (most + least);
  const axes = hasMoney ? [0, 1] : [0];
  chart.setOption({
    ...common(),
    tooltip: { ...common().tooltip, trigger: "item", formatter: ({ data }) => data.told ?? "" },
    grid: [
      ...(hasMoney ? [{ left: LEFT, right: RIGHT, top: TOP, height: MONEY }] : []),
      { left: LEFT, right: RIGHT, top: laneTop, height: laneHeight },
    ],
    xAxis: hasMoney ? [time(0, false), time(1, true)] : [time(0, true)],
    yAxis: hasMoney ? [money, names] : [names],
    graphic: hasMoney ? [...(most ? [corner(plot.words["money-out"], zero - 17)] : []), ...(least ? [corner(plot.words["money-in"], zero + 5)] : [])] : [],
    dataZoom: [
      { type: "inside", xAxisIndex: axes, zoomOnMouseWheel: "ctrl", filterMode: "none" },
      {
        type: "slider", xAxisIndex: axes, filterMode: "none", height: 20, bottom: 6, showDataShadow: false, brushSelect: false,
        labelFormatter: "", borderColor: line, fillerColor: "rgba(11,87,164,.12)", handleStyle: { color: card, borderColor: colour("accent") },
      },
    ],
    series: [
      ...(hasMoney ? [stems, heads(true), heads(false), nowLine(false)] : []),
      ...(row.has("LEVEL") ? [steps] : []), calls, marks, nowLine(true),
    ],
  });

  const buttons = [...document.querySelectorAll("[data-plot-span]")];
  const begins = {
    evidence: plot.focus === null ? plot.from : plot.focus - Math.max((plot.to - plot.focus) * 0.06, 5 * 60000),
    all: plot.from,
    day: plot.to - DAY,
    hours: plot.to - 2 * HOUR,
  };
  const zoom = (name) => {
    const from = Math.max(plot.from, begins[name]);
    chart.dispatchAction({ type: "dataZoom", startValue: local(from), endValue: local(plot.to + MARGIN * (plot.to - from)) });
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.plotSpan === name)));
  };
  buttons.forEach((button) => button.addEventListener("click", () => zoom(button.dataset.plotSpan)));
  chart.getZr().on("mousewheel", () => buttons.forEach((button) => button.setAttribute("aria-pressed", "false")));
  zoom(plot.focus === null ? "all" : "evidence");
})();
