extension DayPage {
  /// How the page looks, but for the map and the timeline: light and dark by the reader's choice, from a phone to a wide screen.
  static let style = #"""
    :root {
      --ground: #f6f7f8; --card: #fff; --ink: #16202a; --quiet: #55616d; --line: #dbe0e5; --soft: #eef1f4;
      --accent: #0b5cad; --good: #0a6b4b; --bad: #b3261e; --warn: #8a5300; --map: #f3f4f1; --halo: #fff; --band: #e6ebef;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #11161b; --card: #1a2128; --ink: #e8edf2; --quiet: #a3b0bc; --line: #323c46; --soft: #242d36;
        --accent: #7cb8f2; --good: #5fd0a5; --bad: #ff9d94; --warn: #f0bd6a; --map: #161c22; --halo: #11161b; --band: #29333d;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
    header, main, footer { max-width: 1240px; margin: 0 auto; padding: 0 20px; }
    a { color: var(--accent); }
    .skip { position: absolute; left: -999px; }
    .skip:focus { left: 12px; top: 12px; background: var(--card); padding: 6px 12px; z-index: 9; }
    header { padding-top: 24px; }
    .where { margin: 0; color: var(--quiet); font-weight: 600; }
    h1 { margin: 0; font-size: clamp(1.32rem, 4vw, 2.1rem); line-height: 1.15; letter-spacing: -.015em; }
    .answer { margin: 8px 0 16px; font-size: clamp(1.05rem, 2.4vw, 1.25rem); max-width: 100ch; text-wrap: pretty; }
    .answer strong { color: var(--bad); }
    .tiles { margin: 0; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 1px; background: var(--line);
      border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
    .tiles div { background: var(--card); padding: 10px 16px; }
    .tiles dt { color: var(--quiet); font-size: .82rem; }
    .tiles dd { margin: 0; }
    .tiles b { display: block; font-size: 1.45rem; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
    .tiles b.long { font-size: 1.12rem; line-height: 1.62; }
    .tiles span { color: var(--quiet); font-size: .82rem; line-height: 1.35; display: block; }
    .tiles .bad b { color: var(--bad); }
    section { margin: 22px 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; }
    h2 { margin: 0 0 4px; font-size: 1.2rem; letter-spacing: -.01em; }
    h3 { margin: 18px 0 6px; font-size: .92rem; }
    .note { margin: 0 0 12px; color: var(--quiet); font-size: .88rem; max-width: 130ch; text-wrap: pretty; }
    table + .note, .scroll + .note { margin: 10px 0 0; }
    .count { color: var(--quiet); font-weight: 400; }
    .quiet { color: var(--quiet); }
    .good { margin: 6px 0 0; color: var(--good); font-weight: 600; }
    footer { color: var(--quiet); font-size: .85rem; padding-bottom: 32px; }
    small { display: block; color: var(--quiet); font-size: .8rem; font-weight: 400; line-height: 1.3; }
    .scroll { overflow-x: auto; margin: 0 -20px; padding: 0 20px; }
    .scroll:focus-visible, #chart:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
    .tall { max-height: 34rem; overflow-y: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .89rem; font-variant-numeric: tabular-nums; }
    th, td { padding: 7px 14px 7px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    th:last-child, td:last-child { padding-right: 0; }
    tbody tr:last-child > * { border-bottom: 0; }
    thead th, thead td { color: var(--quiet); font-weight: 600; font-size: .8rem; white-space: nowrap; vertical-align: bottom; }
    .tall thead th { position: sticky; top: 0; background: var(--card); box-shadow: 0 1px var(--line); z-index: 1; }
    tbody th, tfoot th { font-weight: 600; white-space: nowrap; }
    .part > * { color: var(--quiet); font-weight: 400; }
    .part > th { padding-left: 14px; }
    .wrap { white-space: normal; }
    .w { white-space: nowrap; }
    tfoot > tr > * { border-top: 2px solid var(--line); border-bottom: 0; }
    .n { text-align: right; white-space: nowrap; }
    tr[data-v] { cursor: pointer; }
    tbody tr[data-v]:hover, tr.on { background: var(--soft); }
    .swatch { display: inline-block; width: 10px; height: 10px; border-radius: 3px; background: var(--c); margin-right: 7px; }
    th > .swatch + small, th small { margin-left: 0; }
    .fill { min-width: 112px; }
    .fill { white-space: nowrap; }
    .fill b { font-weight: 600; }
    .fill small { display: inline; margin-left: 6px; }
    .meter { display: block; height: 7px; border-radius: 4px; background: var(--soft); overflow: hidden; margin: 6px 0 3px;
      border: 1px solid var(--line); }
    .meter i { display: block; height: 100%; background: var(--accent); }
    .full .meter i { background: var(--warn); }
    details summary { cursor: pointer; }
    .stop-lists { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 430px), 1fr)); gap: 0 32px; align-items: start; }
    .stops[open] { grid-column: 1 / -1; }
    .stops { border-bottom: 1px solid var(--line); padding: 7px 0; font-size: .92rem; }
    .stops .scroll { margin-top: 8px; }
    .reasons { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin: 0 0 12px; font-size: .9rem; }
    .reasons li { background: var(--soft); border-radius: 8px; padding: 5px 11px; }
    td details ul { margin: 4px 0 6px; padding-left: 18px; color: var(--quiet); }
    td details p { margin: 6px 0 0; font-weight: 600; }
    .pair { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); gap: 20px 44px; }
    .status { white-space: nowrap; }
    .status::before { content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 6px;
      background: var(--quiet); }
    .status.planned::before { background: var(--good); }
    .status.waiting::before { background: var(--warn); }
    .status.leftOut, .status.refused { color: var(--bad); }
    .status.leftOut::before, .status.refused::before { background: var(--bad); border-radius: 0; transform: rotate(45deg); }
    .find { display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: center; margin: 10px 0; font-size: .9rem; color: var(--quiet); }
    .find[hidden] { display: none; }
    input, select, button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--quiet);
      border-radius: 7px; padding: 6px 10px; }
    .find input { width: 19rem; max-width: 100%; }
    button { cursor: pointer; }
    button:hover { background: var(--soft); }
    button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible { outline: 2px solid var(--accent);
      outline-offset: 1px; }
    .more { margin: 12px 0 0; }
    .orders td:last-child { min-width: 12rem; }
    .orders details[open] { max-width: 30rem; }

    @media (max-width: 900px) {
      .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .pair { grid-template-columns: minmax(0, 1fr); }
    }
    @media (max-width: 640px) {
      header, main, footer { padding-left: 12px; padding-right: 12px; }
      section { padding: 14px 14px; margin: 14px 0; }
      .scroll { margin: 0 -14px; padding: 0 14px; }
      .tiles div { padding: 9px 12px; }
      .tiles b { font-size: 1.2rem; }
      .tiles b.long { font-size: 1rem; line-height: 1.44; }
      .find label, .find input, .find select { width: 100%; }
      .cards thead { position: absolute; left: -999px; }
      .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
      .cards tr { border-bottom: 1px solid var(--line); padding: 8px 0; }
      .cards tr > * { border: 0; padding: 1px 0; text-align: left; white-space: normal; }
      .cards td[data-label] { display: grid; grid-template-columns: 6.2rem minmax(0, 1fr); gap: 8px; }
      .cards td::before { content: attr(data-label); color: var(--quiet); font-size: .82rem; padding-top: 1px; }
      .orders td:last-child { min-width: 0; }
    }
    @media print {
      :root { --ground: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --soft: #eee; --map: #fff; --halo: #fff; }
      body { font-size: 11px; }
      section { border: 0; padding: 0; break-inside: auto; }
      tr, .bar { break-inside: avoid; }
      .tall { max-height: none; }
      .find, .zoom, .more, .stops, .skip, .vehicles { display: none; }
      .split { display: block; }
    }

    """#
}
