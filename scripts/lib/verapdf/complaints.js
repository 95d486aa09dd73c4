/*
 * Prints, for each PDF that it is given, how many checks of PDF/A-2b veraPDF made and what it complains
 * about. For Rhino, the JavaScript of Java, which calls Java's classes by their names.
 */
const { VeraGreenfieldFoundryProvider } = Packages.org.verapdf.gf.foundry;
const { Foundries } = Packages.org.verapdf.pdfa;
const { PDFAFlavour } = Packages.org.verapdf.pdfa.flavours;

VeraGreenfieldFoundryProvider.initialise();
const foundry = Foundries.defaultInstance();
const flavour = PDFAFlavour.PDFA_2_B;

function complaintsOf(result) {
  const all = [];
  const failed = result.getTestAssertions().iterator();
  while (failed.hasNext()) {
    const assertion = failed.next();
    all.push(String(assertion.getRuleId().getClause()) + ': ' + String(assertion.getMessage()));
  }
  return result.isCompliant() || all.length > 0 ? all : ['not compliant'];
}

function reportOf(path) {
  const parser = foundry.createParser(new java.io.File(path), flavour);
  try {
    const result = foundry.createValidator(flavour, false).validate(parser);
    return { checks: Number(result.getTotalAssertions()), complaints: complaintsOf(result) };
  } finally {
    parser.close();
  }
}

print(JSON.stringify(Array.from(arguments).map(reportOf)));
