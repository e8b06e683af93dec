extension DayPage {
  /// How routes look on the map, in the timeline and in the tables.
  ///
  /// Seven colours that stay apart for people who see no red, no green or no blue, by hue and by lightness, each at least
  /// 3 : 1 against the ground (WCAG 2.2, 1.4.11); after seven routes the dashes change.
  static let mapStyle = #"""
    .c0 { --c: #1203fa; } .c1 { --c: #6b3400; } .c2 { --c: #4c9b6a; } .c3 { --c: #6419aa; }
    .c4 { --c: #9f8c00; } .c5 { --c: #d560b9; } .c6 { --c: #2c484d; }
    @media (prefers-color-scheme: dark) {
      .c0 { --c: #5371f5; } .c1 { --c: #b34c25; } .c2 { --c: #0eb798; } .c3 { --c: #f4a9ff; }
      .c4 { --c: #ffa500; } .c5 { --c: #6e6194; } .c6 { --c: #c3d886; }
    }
    .d1 { --dash: 9 5; } .d2 { --dash: 2 5; } .d3 { --dash: 11 4 2 4; }
    .split { display: grid; grid-template-columns: minmax(0, 1fr) 272px; gap: 18px; }
    .map-box { position: relative; min-width: 0; }
    #chart { display: block; width: 100%; height: 660px; background: var(--map); border: 1px solid var(--line);
      border-radius: 8px; cursor: grab; touch-action: pan-y; user-select: none; -webkit-user-select: none; }
    #chart.moved { touch-action: none; }
    #chart.dragging { cursor: grabbing; }
    #chart path { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; stroke-linecap: round; }
    .tour, #chart .tour { fill: none; stroke: var(--c); stroke-width: 2.2; stroke-dasharray: var(--dash, none); }
    #chart .way { stroke: var(--c); stroke-width: 1; opacity: .38; }
    #chart .case { stroke: var(--map); stroke-width: 4.5; opacity: .55; }
    #chart .hit { stroke: transparent; stroke-width: 13; pointer-events: stroke; }
    #chart .rim { stroke: var(--map); stroke-width: 8.5; }
    #chart .dot { stroke: var(--c); stroke-width: 6; }
    #chart .rim.back { stroke: var(--ink); stroke-width: 13; stroke-linecap: square; }
    #chart .dot.back { stroke: var(--c); stroke-width: 9; stroke-linecap: square; }
    #chart .rim.both { stroke: var(--ink); stroke-width: 15; stroke-linecap: square; }
    #chart .rim.both.inner { stroke: var(--map); stroke-width: 11.5; }
    #chart .lost path { stroke: var(--bad); stroke-width: 1.8; }
    #chart [data-v] { cursor: pointer; }
    .house { fill: var(--ink); stroke: var(--halo); stroke-width: 1.5; }
    .shop { fill: var(--card); stroke: var(--ink); stroke-width: 1.6; }
    #chart .house { fill: var(--ink); stroke: var(--halo); stroke-width: 1.5; }
    #chart text { font: 600 12px system-ui, sans-serif; fill: var(--ink); stroke: var(--halo); stroke-width: 3.5;
      paint-order: stroke; stroke-linejoin: round; pointer-events: none; }
    #chart [hidden] { display: none; }
    #chart .scale path { stroke: var(--ink); stroke-width: 1.5; }
    #chart .scale text { font-weight: 400; }
    #chart .order circle { fill: var(--halo); stroke: var(--c); stroke-width: 2; }
    #chart .order text { stroke: none; font-size: 10px; font-weight: 700; text-anchor: middle; }
    .has-choice .route:not(.on), .has-choice .stops > :not(.on), .has-choice .lost { opacity: .1; }
    .has-choice .route.on .tour { stroke-width: 3.2; }
    .has-choice .route.on .way { opacity: .9; stroke-width: 1.4; }
    .has-choice .bar[data-v]:not(.on) { opacity: .32; }
    .zoom { position: absolute; top: 10px; right: 10px; display: grid; gap: 4px; }
    .zoom[hidden] { display: none; }
    .zoom button { width: 36px; height: 36px; padding: 0; font-size: 18px; line-height: 1; border-color: var(--line); }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 0; margin: 8px 0 0; color: var(--quiet);
      font-size: .84rem; }
    .legend li { display: flex; align-items: center; gap: 6px; }
    .legend svg { width: 14px; height: 14px; }
    .far { color: var(--ink); }
    .key-dot { fill: var(--quiet); }
    .key-box { fill: var(--quiet); stroke: var(--ink); stroke-width: 2; }
    .key-hollow { fill: none; stroke: var(--ink); stroke-width: 1.6; }
    .key-cross { stroke: var(--bad); stroke-width: 2; fill: none; }
    .vehicles { max-height: 690px; overflow-y: auto; margin-right: -8px; padding-right: 8px; }
    .vehicles h3 { margin: 12px 0 2px; color: var(--quiet); font-size: .82rem; }
    .vehicles h3:first-child { margin-top: 0; }
    .vehicles ul { list-style: none; margin: 0; padding: 0; }
    .pick { display: grid; grid-template-columns: 26px minmax(0, 1fr); column-gap: 9px; width: 100%; text-align: left;
      border-color: transparent; padding: 5px 8px; align-items: center; line-height: 1.25; }
    .pick svg { grid-row: 1 / 3; width: 26px; height: 10px; }
    .pick .tour { stroke-width: 3.4; }
    .pick b { overflow-wrap: anywhere; }
    .pick span { color: var(--quiet); font-size: .8rem; }
    .pick[aria-pressed="true"] { border-color: var(--c); background: var(--soft); }
    .defs { position: absolute; width: 0; height: 0; }
    .bar { display: grid; grid-template-columns: 186px minmax(0, 1fr); gap: 10px; align-items: center; padding: 2px 0; }
    .bar[data-v] { cursor: pointer; border-radius: 6px; }
    .bar.on { box-shadow: 0 0 0 1px var(--c); }
    .bar > span { min-width: 0; overflow-wrap: anywhere; line-height: 1.2; }
    .bar svg { display: block; width: 100%; height: 30px; }
    .axis > div { position: relative; height: 18px; color: var(--quiet); font-size: .8rem; font-variant-numeric: tabular-nums; }
    .axis > div span { position: absolute; transform: translateX(-50%); }
    .axis > div span:first-child { transform: none; }
    .axis > div span:last-child { transform: translateX(-100%); }
    .shift { fill: var(--band); }
    .grid { stroke: var(--line); vector-effect: non-scaling-stroke; stroke-width: 1; fill: none; }
    .drive { fill: var(--c); opacity: .45; }
    .stop { fill: var(--c); stroke: var(--card); stroke-width: .6; vector-effect: non-scaling-stroke; }
    .wait { fill: url(#hatch); }
    .hatch { stroke: var(--quiet); stroke-width: 2.4; }
    .key { white-space: nowrap; margin-left: 12px; }
    .key i { display: inline-block; width: 20px; height: 10px; margin-right: 5px; border-radius: 2px; }
    .k-shift { background: var(--band); border: 1px solid var(--line); }
    .key .k-drive { background: var(--accent); opacity: .45; height: 4px; margin-bottom: 3px; }
    .k-stop { background: var(--accent); }
    .k-wait { background: repeating-linear-gradient(135deg, var(--quiet) 0 2px, transparent 2px 5px); }

    @media (max-width: 900px) {
      .split { grid-template-columns: minmax(0, 1fr); }
      .vehicles { max-height: 300px; border: 1px solid var(--line); border-radius: 8px; padding: 10px 8px; margin: 0; }
      .vehicles ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
    }
    @media (max-width: 640px) {
      #chart { height: min(68vh, 460px); }
      .tour, #chart .tour { stroke-width: 1.7; }
      #chart .rim { stroke-width: 6.4; }
      #chart .dot { stroke-width: 4.6; }
      #chart .rim.back { stroke-width: 10; }
      #chart .dot.back { stroke-width: 7; }
      #chart .rim.both { stroke-width: 12; }
      #chart .rim.both.inner { stroke-width: 9; }
      .bar { grid-template-columns: minmax(0, 1fr); gap: 1px; padding: 4px 0; }
      .bar small { display: inline; margin-left: 6px; }
      .bar svg { height: 26px; }
      .axis > span { display: none; }
      .axis > div span:nth-child(even) { visibility: hidden; }
      .key { margin: 0 10px 0 0; }
    }

    """#
}
