/** The style sheet of published pages: quiet, dense, printable, light and dark. */

export const STYLE = `
:root{--ink:#1c2127;--ink2:#4a5260;--ink3:#6b7380;--line:#d5dae1;--ground:#fff;--sunk:#f5f6f8;--accent:#1f62c4;--bad:#b3261e;--write:#fff8e6}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--ink2:#b6bdc8;--ink3:#8f98a5;--line:#3a414c;--ground:#15181d;--sunk:#1d2127;--accent:#82b4f7;--bad:#ff8a80;--write:#2b2618}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/21px Inter,"Segoe UI",system-ui,"DejaVu Sans",sans-serif}
main{max-width:1040px;margin:0 auto;padding:32px 24px 96px}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:4px 8px}
h1{font-size:27px;line-height:34px;margin:4px 0 16px;font-weight:600}
h2{font-size:20px;line-height:26px;margin:40px 0 8px;font-weight:600}h3{font-size:15px;margin:28px 0 6px;font-weight:600}h4,h5{font-size:14px;margin:20px 0 4px;font-weight:600}
.n{color:var(--ink3);font-weight:400;font-variant-numeric:tabular-nums;margin-right:6px}
.kind{margin:0;color:var(--ink3)}.draft .kind{color:var(--bad)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0 0 16px}dt{color:var(--ink3)}dd{margin:0}
p{margin:8px 0;max-width:88ch}ul,ol{padding-left:24px;max-width:88ch}
a{color:var(--accent);text-underline-offset:2px}
nav ol{list-style:none;padding:0;columns:2;column-gap:32px}nav li.l2{padding-left:20px;color:var(--ink2)}nav a{color:inherit;text-decoration:none}nav a:hover,nav a:focus{text-decoration:underline}
.scroll{overflow-x:auto;margin:16px 0}.scroll:focus-visible{outline:2px solid var(--accent)}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:18px;border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink)}
caption{text-align:left;color:var(--ink2);font-size:12px;padding:0 0 4px}.count{color:var(--ink3);margin-left:8px}
th{text-align:left;font-weight:500;color:var(--ink3);border-bottom:1px solid var(--ink3)}th,td{padding:4px 8px 4px 0;vertical-align:top;overflow-wrap:anywhere}
td{border-bottom:1px solid var(--line)}td.right{text-align:right;font-variant-numeric:tabular-nums}td.centre{text-align:center}tr.group td{background:var(--sunk);font-weight:500}
table.revisions{margin-top:16px}
.changed{border-left:3px solid var(--accent);padding-left:8px}tr.changed td:first-child{padding-left:8px}
figure{margin:20px 0}figure svg{max-width:100%;height:auto;background:#fff}figcaption{font-size:12px;color:var(--ink2)}
.note{border-left:3px solid var(--ink3);background:var(--sunk);padding:8px 16px;margin:12px 0}.note.gap{border-color:var(--bad)}.note.write{background:var(--write)}.note code{color:var(--ink3);font-size:12px}
pre{background:var(--sunk);padding:8px 12px;overflow-x:auto;white-space:pre-wrap}code{font-family:"JetBrains Mono","DejaVu Sans Mono",monospace;font-size:12.5px}
hr.page{border:0;border-top:1px solid var(--line);margin:32px 0}
.footnotes{font-size:12px;color:var(--ink2)}
@media print{:root{--ink:#000;--ink2:#333;--ink3:#555;--line:#bbb;--ground:#fff;--sunk:#f3f3f3;--write:#fffbe9}main{max-width:none;padding:0}.skip{display:none}.scroll{overflow:visible}thead{display:table-header-group}tr,figure,.note{break-inside:avoid}h2,h3,h4{break-after:avoid}hr.page{break-after:page;border:0}@page{margin:20mm 18mm}}
`;
