// How the search ranks what it finds: recipes before the rest, the changelog and the machine room last.
const rank = (page) => {
  if (/^(changelog|explanation\/(architecture|performance))$/.test(page)) return -4;
  return /^(how-to|tutorial)\//.test(page) ? 1 : 0;
};
var Scorer = {
  score: ([page, , , , score]) => score + rank(page),
  objNameMatch: 4, objPartialMatch: 2, objPrio: { 0: 2, 1: 1, 2: -2 }, objPrioDefault: 0,
  title: 15, partialTitle: 7, term: 5, partialTerm: 2,
};
