
(() => {
  'use strict';
  const source = document.getElementById('readout-data');
  const figure = document.getElementById('figure-dvh');
  if (!source || !figure) {
    return;
  }
  const data = JSON.parse(source.textContent);
  const svg = figure.querySelector('svg');
  const slider = document.getElementById('readout-dose');
  const output = document.getElementById('readout-gy');
  const rows = document.getElementById('readout-rows');
  const frame = data.frame;

  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  line.setAttribute('class', 'cursor');
  line.setAttribute('y1', frame.top);
  line.setAttribute('y2', frame.bottom);
  svg.appendChild(line);

  const cells = data.curves.map((curve) => {
    const row = rows.insertRow();
    const name = document.createElement('th');
    name.scope = 'row';
    name.className = 'w';
    name.textContent = curve.name;
    row.appendChild(name);
    return [0, 1, 2].map(() => {
      const cell = row.insertCell();
      cell.className = 'n';
      return cell;
    });
  });

  // The last index whose dose is not above the asked one; curves start at 0 Gy.
  const indexOf = (doses, gy) => {
    let low = 0;
    let high = doses.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (doses[middle] <= gy) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  };

  // Between two points of a curve the volume surely lies between theirs.
  const at = (curve, gy) => {
    const i = indexOf(curve.doseGy, gy);
    const last = curve.doseGy.length - 1;
    if (gy === curve.doseGy[i]) {
      return [curve.volumeCc[i], curve.lowerCc[i], curve.upperCc[i]];
    }
    if (i === last) {
      return [0, 0, curve.upperCc[last]];
    }
    const part = (gy - curve.doseGy[i]) / (curve.doseGy[i + 1] - curve.doseGy[i]);
    const volume = curve.volumeCc[i] + part * (curve.volumeCc[i + 1] - curve.volumeCc[i]);
    return [volume, curve.lowerCc[i + 1], curve.upperCc[i]];
  };

  const down = (cc) => (Math.floor(cc * 1000) / 1000).toFixed(3);
  const up = (cc) => (Math.ceil(cc * 1000) / 1000).toFixed(3);

  const show = () => {
    const gy = Number(slider.value);
    const x = frame.left + ((gy - frame.from) / (frame.to - frame.from)) * (frame.right - frame.left);
    line.setAttribute('x1', x);
    line.setAttribute('x2', x);
    output.textContent = gy.toFixed(2) + ' Gy';
    slider.setAttribute('aria-valuetext', output.textContent);
    data.curves.forEach((curve, i) => {
      const [volume, lower, upper] = at(curve, gy);
      cells[i][0].textContent = volume.toFixed(3);
      cells[i][1].textContent = down(lower) + ' - ' + up(upper);
      cells[i][2].textContent = ((100 * volume) / curve.totalCc).toFixed(1);
    });
  };

  const point = (event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * data.width;
    if (x >= frame.left && x <= frame.right) {
      slider.value = frame.from + ((x - frame.left) / (frame.right - frame.left)) * (frame.to - frame.from);
      show();
    }
  };

  svg.addEventListener('pointermove', point);
  svg.addEventListener('pointerdown', point);
  slider.addEventListener('input', show);
  figure.querySelector('.readout').hidden = false;
  show();
})();
