/** The style sheet of published pages: quiet, dense, printable, light and dark; every colour of text can be read on every ground. */

/** Light and dark, from the tokens of our look; contrast at least 4.5 on each of the grounds. */
const COLOURS = `
:root{color-scheme:light;--ink:#17202a;--ink2:#414d59;--ink3:#5a6672;--line:#dfe4e8;--line2:#b4bec7;--control:#7c8894;--ground:#fff;--sunk:#f5f7f8;--accent:#1a58b0;--bad:#b3261e;--bad-ground:#fdeeec;--warn:#8a5200;--warn-mark:#b96f00;--warn-ground:#fdf4e3}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e6ebf0;--ink2:#b6c0ca;--ink3:#95a1ad;--line:#2b333b;--line2:#4d5965;--control:#76828e;--ground:#14181d;--sunk:#0e1216;--accent:#82b4f7;--bad:#ff8f86;--bad-ground:#3a1a18;--warn:#efb45c;--warn-mark:#efb45c;--warn-ground:#33260f}}
`;

const TEXT = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/21px Inter,"Segoe UI",system-ui,"DejaVu Sans",sans-serif;overflow-wrap:break-word}
main{max-width:1040px;margin:0 auto;padding:32px 24px 96px}main:focus{outline:none}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:8px 12px;z-index:2}
h1{font-size:27px;line-height:34px;margin:4px 0 16px;font-weight:600;letter-spacing:-.01em}
h2{font-size:20px;line-height:26px;margin:40px 0 8px;font-weight:600}h3{font-size:15px;line-height:20px;margin:28px 0 6px;font-weight:600}h4,h5{font-size:14px;margin:20px 0 4px;font-weight:600}
.n{color:var(--ink3);font-weight:400;font-variant-numeric:tabular-nums;margin-right:6px}
.kind{margin:0;color:var(--ink3)}.draft .kind{color:var(--bad)}
dl{display:grid;grid-template-columns:minmax(88px,max-content) 1fr;gap:2px 16px;margin:0 0 16px}dt{color:var(--ink3)}dd{margin:0;min-width:0}
p{margin:8px 0;max-width:88ch}ul,ol{padding-left:24px;max-width:88ch}
a{color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:16px}
nav ol{list-style:none;padding:0;columns:2 300px;column-gap:32px;max-width:none}nav li{break-inside:avoid}nav li a{display:block;padding:2px 0;min-height:25px;color:inherit;text-decoration:none}nav li.l2{padding-left:20px;color:var(--ink2)}nav li a:hover,nav li a:focus{text-decoration:underline}
.changed{border-left:3px solid var(--accent);padding-left:8px}
figure{margin:20px 0}.picture{background:#fff}.picture svg{display:block;width:100%;max-width:var(--own);height:auto}.picture.wide{overflow-x:auto}.picture.wide svg{min-width:720px}figcaption{font-size:12px;line-height:18px;color:var(--ink2)}
.note{border-left:3px solid var(--control);background:var(--sunk);padding:8px 16px;margin:12px 0;max-width:calc(88ch + 35px)}.note p{margin:2px 0}.note.gap{border-color:var(--warn-mark);background:var(--warn-ground)}.note.blocks{border-color:var(--bad);background:var(--bad-ground)}.note.write{background:var(--warn-ground);border-left-style:dashed;border-color:var(--warn-mark)}.note code{color:var(--ink2);font-size:12px}
pre{background:var(--sunk);padding:8px 12px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}code{font-family:"JetBrains Mono","DejaVu Sans Mono",monospace;font-size:12.5px;overflow-wrap:anywhere}
hr.page{border:0;border-top:1px solid var(--line);margin:32px 0}
.footnotes{font-size:12px;color:var(--ink2)}
`;

/** A very long word is broken, an id is not. */
const TABLES = `
.scroll{overflow-x:auto;margin:16px 0}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:18px;border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink)}
caption{text-align:left;color:var(--ink2);font-size:12px;padding:0 0 4px}.count{color:var(--ink3);margin-left:8px}
th,td{padding:5px 12px 5px 0;vertical-align:top}.long{overflow-wrap:anywhere}th:last-child,td:last-child{padding-right:0}
th{text-align:left;font-weight:500}thead th,thead td{color:var(--ink3);font-size:12px;border-bottom:1px solid var(--line2);vertical-align:bottom}
tbody th{font-weight:400}tbody th,td{border-bottom:1px solid var(--line)}.id{white-space:nowrap}
.right{text-align:right;font-variant-numeric:tabular-nums}.centre{text-align:center}tr.group td{background:var(--sunk);font-weight:500}
table.revisions{margin-top:16px}
tr.changed>:first-child{border-left:3px solid var(--accent);padding-left:8px}
`;

const PRINT = `
@media print{
:root{color-scheme:light;--ink:#000;--ink2:#333;--ink3:#555;--line:#bbb;--line2:#888;--ground:#fff;--sunk:#f3f3f3;--accent:#0b3d91;--bad:#8c1d18;--bad-ground:#fff;--warn:#5c3700;--warn-mark:#555;--warn-ground:#fff}
body{font-size:10pt;line-height:14pt}main{max-width:none;padding:0}.skip{display:none}a{text-decoration:none}
.scroll,.picture{overflow:visible}table{font-size:8.5pt;line-height:11.5pt;min-width:0!important}.picture.wide svg{min-width:0}.picture svg{max-height:230mm}
thead{display:table-header-group}tr,figure,.note{break-inside:avoid}h2,h3,h4,h5,caption{break-after:avoid}p{orphans:3;widows:3}
hr.page{break-after:page;border:0;margin:0}@page{margin:20mm 18mm}}
`;

export const STYLE = `${COLOURS}${TEXT}${TABLES}${PRINT}`;
