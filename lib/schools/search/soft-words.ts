/** Words that so many schools have, and that people so often leave out or add, that they hardly say which school is meant. */
const soft = new Set(
  (
    "school primary infant junior nursery first middle lower upper secondary high college sixth form academy " +
    "community voluntary aided controlled va vc foundation trust ce catholic church st all our early years unit centre " +
    "for in at on upon with by"
  ).split(" "),
);

export function isSoft(word: string): boolean {
  return word.length === 1 || soft.has(word);
}

/** A soft word that is whole: as the last word typed it is taken as it stands, where others may go on. */
export function isWholeSoft(word: string): boolean {
  return soft.has(word);
}
