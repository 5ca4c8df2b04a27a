/// How the page looks. Colors keep a contrast of at least 4.5:1 against their background, in both schemes.
let htmlReportStyle = """
  :root{color-scheme:light dark;--back:#fff;--fore:#1b1f24;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;--link:#0550ae;\
  --error:#b3261e;--warning:#8a5300;--suggestion:#0b6477;--mark:#ffe9a8;--add:#dafbe1;--addfore:#0f5323;--del:#ffebe9;--delfore:#82071e}
  @media (prefers-color-scheme:dark){:root:not([data-theme=light]){--back:#0d1117;--fore:#e6edf3;--soft:#9aa4af;\
  --line:#30363d;--panel:#161b22;--link:#79b8ff;--error:#ff8f85;--warning:#eeb04f;--suggestion:#6cc9dd;--mark:#5a4a12;\
  --add:#12361f;--addfore:#a6e9b5;--del:#4a1a1c;--delfore:#ffb8b3}}
  :root[data-theme=light]{color-scheme:light}
  :root[data-theme=dark]{color-scheme:dark;--back:#0d1117;--fore:#e6edf3;--soft:#9aa4af;--line:#30363d;--panel:#161b22;\
  --link:#79b8ff;--error:#ff8f85;--warning:#eeb04f;--suggestion:#6cc9dd;--mark:#5a4a12;--add:#12361f;--addfore:#a6e9b5;\
  --del:#4a1a1c;--delfore:#ffb8b3}
  *{box-sizing:border-box}
  body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem;background:var(--back);color:var(--fore);\
  font:1rem/1.5 system-ui,sans-serif}
  h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.1rem;margin:.6em 0 .3em}h3{font-size:1rem;font-weight:500;margin:0}
  a{color:var(--link)}
  :focus-visible{outline:3px solid var(--link);outline-offset:2px}
  .skip{position:absolute;left:-99rem}.skip:focus{position:static}
  .badge{border:1px solid currentColor;border-radius:1rem;padding:0 .6em;font-size:.85rem;font-weight:600;white-space:nowrap}
  .error{color:var(--error)}.warning{color:var(--warning)}.suggestion{color:var(--suggestion)}
  .problems{border-left:4px solid var(--error);padding-left:1rem}
  .chart{list-style:none;margin:0;padding:0}
  .bar{display:grid;grid-template-columns:minmax(9rem,23rem) 1fr 3.5rem;gap:.75rem;align-items:center;width:100%;\
  background:none;border:0;border-radius:.3rem;color:inherit;font:inherit;text-align:left;padding:.15rem .3rem;cursor:pointer}
  .bar:hover,.bar[aria-pressed=true]{background:var(--panel)}.bar[aria-pressed=true] .label{font-weight:700}
  .label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
  .track{background:var(--panel);border-radius:.3rem;height:.9rem;overflow:hidden}
  .fill{display:block;height:100%;background:var(--link);border-radius:.3rem}
  .count{color:var(--soft);text-align:right;font-variant-numeric:tabular-nums}
  .controls{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;position:sticky;top:0;z-index:1;\
  background:var(--back);border-bottom:1px solid var(--line);padding:.75rem 0;margin-top:1rem}
  .field{display:flex;gap:.5rem;align-items:center;white-space:nowrap}.wide{flex:1 1 18rem}
  .controls input[type=search]{flex:1;min-width:0}
  .controls input[type=search],.controls select,.controls button{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;\
  color:inherit;font:inherit;padding:.3rem .6rem}
  fieldset label{white-space:nowrap}
  fieldset{border:0;display:flex;flex-wrap:wrap;gap:0 .75rem;margin:0;padding:0}legend{float:left;padding:0 .75rem 0 0}
  #shown,.keys{color:var(--soft);margin:0;font-size:.9rem}
  kbd{border:1px solid var(--line);border-radius:.25rem;padding:0 .35em;font-size:.85em}
  .group{margin:1rem 0}.group>summary{cursor:pointer;overflow-wrap:anywhere}
  .group>summary h2{display:inline;margin:0}.about{color:var(--soft);margin:.1rem 0 .4rem}
  article{border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:.6rem 0;scroll-margin-top:9rem;\
  content-visibility:auto;contain-intrinsic-size:auto 14rem}
  .place{color:var(--soft);font-size:.9rem;margin:.2rem 0;overflow-wrap:anywhere}
  .project{border:1px solid var(--line);border-radius:.25rem;padding:0 .4em;margin-left:.4em}
  pre{background:var(--panel);border-radius:.4rem;margin:.4rem 0;overflow-x:auto;padding:.5rem .75rem;\
  font:.875rem/1.45 ui-monospace,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
  .number,.gap{color:var(--soft);user-select:none}
  mark{background:var(--mark);color:inherit}.carets{color:var(--error);font-weight:700}
  pre code{display:inline-block;min-width:100%}
  ins,del{display:block;text-decoration:none}ins{background:var(--add);color:var(--addfore)}del{background:var(--del);color:var(--delfore)}
  .fix{margin:.5rem 0 .2rem}.related{margin:.4rem 0 0;padding-left:1.2rem}
  footer{border-top:1px solid var(--line);color:var(--soft);margin-top:2rem}
  @media (max-width:40rem){body{padding:.5rem .75rem 2rem}.bar{grid-template-columns:1fr 3rem;gap:.1rem .75rem;padding:.3rem}\
  .bar .track{grid-row:2;grid-column:1/3;height:.6rem}.controls{position:static}.keys{display:none}\
  article{padding:.6rem .7rem;scroll-margin-top:1rem}pre{padding:.4rem .5rem}}
  @media print{.controls,.skip{display:none}article{break-inside:avoid;content-visibility:visible}}
  """

/// What the page does: filters by words, severity and rule, groups the same articles anew, and moves between them.
let htmlReportScript = """
  (function () {
    "use strict";
    var main = document.getElementById("findings");
    var articles = Array.from(main.querySelectorAll("article"));
    var filter = document.getElementById("filter");
    var grouping = document.getElementById("grouping");
    var theme = document.getElementById("theme");
    var shown = document.getElementById("shown");
    var nothing = document.getElementById("nothing");
    var bars = Array.from(document.querySelectorAll(".bar"));
    var fold = document.getElementById("fold");
    var severities = Array.from(document.querySelectorAll("input[name=severity]"));
    var texts = articles.map(function (article) {
      // What the finding itself says; the lines around it would match too much.
      var parts = Array.from(article.querySelectorAll("h3, .place, .fix, mark, .related"));
      return parts.map(function (part) { return part.textContent; }).join(" ").toLowerCase()
        + " " + article.dataset.name + " " + article.dataset.project.toLowerCase();
    });

    function chosenRule() {
      var bar = bars.find(function (bar) { return bar.getAttribute("aria-pressed") === "true"; });
      return bar ? bar.dataset.rule : "";
    }

    function update() {
      var words = filter.value.toLowerCase().split(" ").filter(function (word) { return word !== ""; });
      var allowed = severities.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      var rule = chosenRule();
      var count = 0;
      articles.forEach(function (article, index) {
        var fits = allowed.includes(article.dataset.severity);
        if (rule !== "") { fits = article.dataset.rule === rule ? fits : false; }
        if (fits) { fits = words.every(function (word) { return texts[index].includes(word); }); }
        article.hidden = !fits;
        if (fits) { count += 1; }
      });
      main.querySelectorAll(".group").forEach(function (group) {
        var visible = group.querySelectorAll("article:not([hidden])").length;
        group.hidden = visible === 0;
        group.querySelector(".count").textContent = visible;
      });
      shown.textContent = count === articles.length ? count + " shown" : count + " of " + articles.length + " shown";
      nothing.hidden = articles.length === 0 ? true : count !== 0;
    }

    function group() {
      var key = grouping.value;
      var groups = new Map();
      articles.forEach(function (article) {
        var name = article.dataset[key];
        if (key === "rule") { name += " " + article.dataset.name; }
        if (name === "") { name = "without a project"; }
        if (!groups.has(name)) { groups.set(name, []); }
        groups.get(name).push(article);
      });
      var entries = Array.from(groups.entries());
      entries.sort(function (a, b) {
        if (key !== "file") { if (a[1].length !== b[1].length) { return b[1].length - a[1].length; } }
        return a[0] > b[0] ? 1 : -1;
      });
      main.querySelectorAll(".group").forEach(function (old) { old.remove(); });
      entries.forEach(function (entry) {
        var details = document.createElement("details");
        details.className = "group";
        details.open = true;
        var summary = document.createElement("summary");
        var heading = document.createElement("h2");
        heading.textContent = entry[0];
        var count = document.createElement("span");
        count.className = "count";
        summary.append(heading, " ", count);
        details.append(summary);
        if (key === "rule") {
          var about = document.createElement("p");
          about.className = "about";
          var bar = bars.find(function (bar) { return bar.dataset.rule === entry[1][0].dataset.rule; });
          about.textContent = bar ? bar.title : "";
          details.append(about);
        }
        entry[1].sort(function (a, b) { return a.dataset.order - b.dataset.order; });
        entry[1].forEach(function (article) { details.append(article); });
        main.insertBefore(details, nothing);
      });
      fold.textContent = "Collapse all";
      update();
    }

    function reset() {
      filter.value = "";
      severities.forEach(function (box) { box.checked = true; });
      bars.forEach(function (bar) { bar.setAttribute("aria-pressed", "false"); });
      update();
    }

    function move(step) {
      var visible = Array.from(main.querySelectorAll("article:not([hidden])"));
      if (visible.length === 0) { return; }
      var current = visible.indexOf(document.activeElement);
      var next = current === -1 ? (step > 0 ? 0 : visible.length - 1) : current + step;
      next = Math.max(0, Math.min(visible.length - 1, next));
      visible[next].closest("details").open = true;
      visible[next].focus();
      visible[next].scrollIntoView({ block: "nearest" });
    }

    bars.forEach(function (bar) {
      bar.addEventListener("click", function () {
        var isPressed = bar.getAttribute("aria-pressed") === "true";
        bars.forEach(function (other) { other.setAttribute("aria-pressed", "false"); });
        bar.setAttribute("aria-pressed", isPressed ? "false" : "true");
        update();
      });
    });
    fold.addEventListener("click", function () {
      var groups = Array.from(main.querySelectorAll(".group"));
      var isOpen = groups.some(function (group) { return group.open; });
      groups.forEach(function (group) { group.open = !isOpen; });
      fold.textContent = isOpen ? "Expand all" : "Collapse all";
    });
    filter.addEventListener("input", update);
    severities.forEach(function (box) { box.addEventListener("change", update); });
    grouping.addEventListener("change", group);
    theme.addEventListener("change", function () {
      if (theme.value === "") { delete document.documentElement.dataset.theme; return; }
      document.documentElement.dataset.theme = theme.value;
    });
    document.getElementById("reset").addEventListener("click", function () { reset(); filter.focus(); });
    document.getElementById("controls").addEventListener("submit", function (event) { event.preventDefault(); });
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (event.key === "Escape") { reset(); return; }
      var tag = event.target.tagName;
      if (tag === "INPUT" || tag === "SELECT") { return; }
      if (event.key === "/") { event.preventDefault(); filter.focus(); }
      if (event.key === "j") { move(1); }
      if (event.key === "k") { move(-1); }
    });
    update();
  })();
  """
