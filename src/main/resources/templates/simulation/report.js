/* Draws the charts of a report; every figure also stands in a table. */
(function () {
  'use strict';
  const report = JSON.parse(document.getElementById('data').textContent);
  const words = document.getElementById('words').dataset;
  const zh = words.zh === 'true';
  const name = (it) => (zh ? it.zh : it.en);
  const percent = (share) => Math.round(share * 1000) / 10;
  const data = { BOTH: words.both, BANK: words.bank, TELECOM: words.telecom };

  function draw(id, option) {
    const place = document.getElementById(id);
    if (!place) { return; }
    place.style.display = 'block';
    echarts.init(place, null, { renderer: 'svg' }).setOption(Object.assign(
      { animation: false, tooltip: {}, grid: { containLabel: true, left: 10, right: 20, top: 70, bottom: 30 }, textStyle: { fontFamily: 'inherit' } }, option));
  }

  const titled = (text) => ({ text, textStyle: { fontSize: 14 } });

  function recall() {
    const families = report.views[0].detection.families.map((it) => name(it.name));
    const series = [];
    report.views.forEach((view) => {
      report.levels.slice().reverse().forEach((level, i, all) => {
        const above = (family) => (i === 0 ? 0 : family.inTime[all[i - 1].code].share);
        series.push({
          name: name(level), type: 'bar', stack: view.deployment, itemStyle: { color: level.colour },
          data: view.detection.families.map((family) => percent(family.inTime[level.code].share - above(family))),
        });
      });
    });
    const columns = report.views.map((view) => data[view.deployment]).join(' | ');
    draw('chart-recall', {
      title: titled(words.recall + ' (' + columns + ')'), legend: { top: 28, data: report.levels.map(name) },
      xAxis: { type: 'category', data: families }, yAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value} %' } }, series,
    });
  }

  function lead() {
    const bounds = ['≤ 1 min', '≤ 5 min', '≤ 30 min', '≤ 2 h', '≤ 12 h', '≤ 2 d', '> 2 d'];
    draw('chart-lead', {
      title: titled(words.lead), legend: { top: 28 },
      xAxis: { type: 'category', data: bounds }, yAxis: { type: 'value' },
      series: report.views[0].detection.families.map((family) => ({
        name: name(family.name), type: 'bar', data: family.leadTimes.bins,
      })),
    });
  }

  function personas() {
    const lines = report.views[0].ordinary.personas.filter((it) => it.name).reverse();
    draw('chart-personas', {
      title: titled(words.personas),
      xAxis: { type: 'value', axisLabel: { formatter: '{value} %' } }, yAxis: { type: 'category', data: lines.map(name), axisLabel: { width: 330, overflow: 'truncate' } },
      series: [{ type: 'bar', itemStyle: { color: '#f9a825' }, data: lines.map((it) => percent(it.warned.share)) }],
    });
  }

  function staffing() {
    if (!report.team) { return; }
    const line = (label, value, axis) => ({
      name: label, type: 'line', yAxisIndex: axis, data: report.team.staffing.map((it) => [it.operators, value(it)]),
    });
    draw('chart-staffing', {
      legend: { top: 0 }, xAxis: { type: 'value', name: words.operators, nameLocation: 'middle', nameGap: 28 },
      yAxis: [{ type: 'value', max: 100, axisLabel: { formatter: '{value} %' } }, { type: 'value', name: '¥', splitLine: { show: false } }],
      series: [
        line(words.staffing, (it) => percent(it.redTriedInTime.share), 0),
        line(words.before, (it) => percent(it.redBeforePayment.share), 0),
        line(words.averted, (it) => Math.round(it.averted), 1),
      ],
    });
  }

  recall(); lead(); personas(); staffing();
}());
