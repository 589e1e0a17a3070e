// A draft and what its reporter handed in, for cases and pictures.

export const DRAFT = `# Ferry carries record crowds as harbour plans cuts

*By Nora Vik*

The Ostervik ferry carried 84,212 passengers last year, the harbour board's annual report shows, up 15 per cent on 2024. The average wait fell to 14 minutes.

The board will close the fish market and has sold the grain silo, and 12 of its 38 cranes will be scrapped. It has 212 moorings.

“The quay is as good as the day it was built,” said Ida Brandvold, the harbour master. She has had four bids for the silo.

With 81,200 tonnes, Ostervik is the largest port on the coast. Hellvik handled 96,400 tonnes. Together the four ports handled 240,000 tonnes.

Mooring fees brought in £1.4 million. The lease of the dry dock ends on 31 July 2031, according to Lise Aamodt, the mayor.
`;

export const FILES = {
  "annual-report.txt": `Harbour board of Ostervik, annual report

Published 12 May 2026

The year was calm. The ferry carried 48,212 passengers in 2025, after 41,930 in 2024. Of these, 15,900 were children. The average wait fell to 14 minutes, after the second gangway was opened in spring.

The board employs 64 people, of whom 17 work at the dry dock. There are 38 cranes, of which nine would be scrapped under the plan; 12 would be moved. The board has not sold the grain silo. It could close the fish market if the lease runs out.

The lease of the dry dock ends on 30 June 2031. Lise Aamodt is the chairwoman of the board.
`,
  "brandvold-call.txt": `Call with Ida Brandvold (IB), harbour master of Ostervik, 14 May 2026

[00:00:12] RK: Is the quay safe?
[00:00:15] IB: The quay is, um, as sound as the day it was built. We are not going to lose a single mooring.
[00:02:31] RK: And the silo?
[00:02:40] IB: I've had four, er, inquiries about the silo. Not bids.
`,
  "ports.csv": "port,tonnes,jobs\nOstervik,81200,64\nHellvik,96400,71\nSandnes Kai,22100,19\nTorvika,40300,33\n",
  "accounts.csv": "£000,2025,2024\nMooring fees,1412,1208\nFerry fares,2190,1985\nRents,455,530\nTotal,4057,3723\n",
};

/** Makes sheet and page of the draft, held against its documents. */
export function makeBacked({ desk }, ...args) {
  desk.write("ferry.md", DRAFT);
  for (const [name, text] of Object.entries(FILES)) desk.write(`backing/${name}`, text);
  return desk.make("ferry.md", "--evidence", "backing", "--published", "2026-05-20", ...args);
}
