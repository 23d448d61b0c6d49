/** What is told of connections to live environments. */
import type { Texts } from './text.js';

export const AFAS = {
  'afas.certificate': {
    nl: 'Het certificaat van {host} is niet te vertrouwen ({reason}). Er is niets verstuurd. Heeft de server een eigen uitgever, geef die dan in NODE_EXTRA_CA_CERTS.',
    en: 'The certificate of {host} cannot be trusted ({reason}). Nothing was sent. If the server has an authority of its own, give that in NODE_EXTRA_CA_CERTS.',
  },
  'afas.fieldGone': {
    nl: 'Connector {connector} heeft geen veld {field} meer, dat {name} gaf. Er is niets gewijzigd. Herstel de connector, of verbind opnieuw met {program} env connect.',
    en: 'Connector {connector} has no field {field} any more, which gave {name}. Nothing was changed. Mend the connector, or connect again with {program} env connect.',
  },
  'afas.fieldNeeded': {
    nl: 'Connector {connector} heeft geen veld dat {name} kan zijn. Noem het met --field {name}=VELD; er zijn: {known}.',
    en: 'Connector {connector} has no field that can be {name}. Name it with --field {name}=FIELD; there are: {known}.',
  },
  'afas.forbidden': {
    nl: '{host} laat dit adres niet toe (403). Kijk in AFAS bij de app connector welke IP-adressen mogen.',
    en: '{host} does not admit this address (403). See at the app connector in AFAS which IP addresses may.',
  },
  'afas.logReference': {
    nl: 'In het logboek van de omgeving: {reference}',
    en: 'In the log of the environment: {reference}',
  },
  'afas.maintenance': {
    nl: '{host} is in onderhoud (503). Probeer het later opnieuw.',
    en: '{host} is under maintenance (503). Try again later.',
  },
  'afas.maintenanceFor': {
    nl: '{host} is in onderhoud (503). Probeer het over {minutes} {minutes|minuut|minuten} opnieuw.',
    en: '{host} is under maintenance (503). Try again in {minutes} {minutes|minute|minutes}.',
  },
  'afas.maintenanceUntil': {
    nl: '{host} is in onderhoud (503). Probeer het opnieuw na {when}.',
    en: '{host} is under maintenance (503). Try again after {when}.',
  },
  'afas.noConnector': {
    nl: 'GetConnector {connector} hoort niet bij deze app connector. Voeg hem in AFAS toe, of noem een andere; er zijn: {known}.',
    en: 'GetConnector {connector} is not part of this app connector. Add it in AFAS, or name another one; there are: {known}.',
  },
  'afas.noEnvironment': {
    nl: 'De webservices zeggen niet van welke omgeving zij zijn, en moeten {environment} zijn. Er is niets gelezen.',
    en: 'The web services do not say which environment they are of, and have to be {environment}. Nothing was read.',
  },
  'afas.noField': {
    nl: 'Connector {connector} heeft geen veld {field}. Er zijn: {known}.',
    en: 'Connector {connector} has no field {field}. There are: {known}.',
  },
  'afas.noOrder': {
    nl: 'Connector {connector} gaf twee keer dezelfde bladzijde: hij filtert of sorteert niet op zijn sleutel. Er is niets gewijzigd.',
    en: 'Connector {connector} gave the same page twice: it does not filter or sort by its key. Nothing was changed.',
  },
  'afas.noRows': {
    nl: 'Connector {connector} antwoordde zonder rijen. Er is niets gewijzigd.',
    en: 'Connector {connector} answered without rows. Nothing was changed.',
  },
  'afas.notFound': {
    nl: '{host} kent {what} niet (404). Controleer het adres; het eindigt op /ProfitRestServices.',
    en: '{host} does not know {what} (404). Check the address; it ends in /ProfitRestServices.',
  },
  'afas.notHere': {
    nl: 'Hier is niets waarmee een AFAS-omgeving te bereiken is.',
    en: 'There is nothing here that could reach an AFAS environment.',
  },
  'afas.notHttps': {
    nl: '{url} is geen adres dat met https begint. Zo ziet het eruit: https://12345.resttest.afas.online/ProfitRestServices',
    en: '{url} is no address that begins with https. It looks like this: https://12345.resttest.afas.online/ProfitRestServices',
  },
  'afas.notPlainUrl': {
    nl: 'Het adres van {host} mag geen gebruiker, vraagteken of hekje hebben.',
    en: 'The address of {host} may have no user, question mark or hash sign.',
  },
  'afas.notToken': {
    nl: 'Het geheim is geen AfasToken: dat is één regel, <token><version>1</version><data>…</data></token>. Geef bij het geheim van een OAuth-client ook --client-id.',
    en: 'The secret is no AfasToken: that is one line, <token><version>1</version><data>…</data></token>. For the secret of an OAuth client, give --client-id as well.',
  },
  'afas.notUnderstood': {
    nl: 'Het antwoord van {host} op {what} is niet te lezen, of brak af. Er is niets gewijzigd.',
    en: 'The answer of {host} to {what} cannot be read, or broke off. Nothing was changed.',
  },
  'afas.notYesNo': {
    nl: 'Veld {field} geeft iets dat ja noch nee is. Er is niets gewijzigd. Neem een ander veld: --field NAAM=VELD.',
    en: 'Field {field} gives something that is neither yes nor no. Nothing was changed. Take another field: --field NAME=FIELD.',
  },
  'afas.otherEnvironment': {
    nl: 'De webservices zijn die van {found}, en niet van {environment}. Er is niets gelezen. Neem het adres en het geheim van {environment}.',
    en: 'The web services are those of {found}, not of {environment}. Nothing was read. Take the address and the secret of {environment}.',
  },
  'afas.redirected': {
    nl: '{host} verwijst naar een ander adres ({status}); dat wordt niet gevolgd. Controleer het adres.',
    en: '{host} points to another address ({status}), which is not followed. Check the address.',
  },
  'afas.refused': {
    nl: 'AFAS weigerde {what} ({status}): {words}',
    en: 'AFAS refused {what} ({status}): {words}',
  },
  'afas.refusedSilently': {
    nl: 'AFAS weigerde {what} ({status}) zonder te zeggen waarom. Kijk in het logboek van de omgeving.',
    en: 'AFAS refused {what} ({status}) without saying why. See the log of the environment.',
  },
  'afas.timedOut': {
    nl: '{host} antwoordde niet op tijd. Er is niets gewijzigd. Probeer het later opnieuw.',
    en: '{host} did not answer in time. Nothing was changed. Try again later.',
  },
  'afas.tokenRefused': {
    nl: '{host} gaf geen toegang: {reason}. Controleer client-id en geheim, en of het adres van de goede soort is (rest, resttest of restaccept).',
    en: '{host} gave no access: {reason}. Check the client id and the secret, and whether the address is of the right kind (rest, resttest or restaccept).',
  },
  'afas.tooLarge': {
    nl: 'Het antwoord van {host} is te groot om een bladzijde te zijn. Er is niets gewijzigd.',
    en: 'The answer of {host} is too large to be a page. Nothing was changed.',
  },
  'afas.unauthorised': {
    nl: 'AFAS wees het token af voor {what} (401). Het is verlopen of ingetrokken, of de gebruiker ervan heeft hier geen recht op.',
    en: 'AFAS rejected the token for {what} (401). It has expired or was withdrawn, or its user has no right to this.',
  },
  'afas.unknownName': {
    nl: '{name} is geen veld om te noemen. Er zijn: {known}.',
    en: '{name} is no field to name. There are: {known}.',
  },
  'afas.unreachable': {
    nl: '{host} is niet te bereiken ({reason}). Er is niets gewijzigd. Controleer het adres en het netwerk.',
    en: '{host} cannot be reached ({reason}). Nothing was changed. Check the address and the network.',
  },
  'secret.noFile': {
    nl: 'Het geheim in {path} is niet te lezen ({reason}). Er is niets verstuurd. Zet het, en niets anders, in een bestand dat alleen jij kunt lezen (chmod 600), en geef het pad daarvan.',
    en: 'The secret in {path} cannot be read ({reason}). Nothing was sent. Put it, and nothing else, in a file that you alone can read (chmod 600), and give the path of that.',
  },
  'secret.fileExists': {
    nl: '{path} is er al, en wordt niet overschreven. De verbinding klopt; er is niets bewaard. Noem een ander bestand.',
    en: '{path} is there already, and is not overwritten. The connection is right; nothing was kept. Name another file.',
  },
  'secret.notKept': {
    nl: 'Het geheim kon niet worden bewaard in {path} ({reason}). De verbinding klopt; er is niets bewaard. Noem een ander bestand.',
    en: 'The secret could not be kept in {path} ({reason}). The connection is right; nothing was kept. Name another file.',
  },
  'secret.notYours': {
    nl: 'Met sudo wordt geen bestand met een geheim gemaakt: het zou van een ander zijn. Maak het zelf (chmod 600), en geef het pad.',
    en: 'With sudo no file with a secret is made: it would be somebody else’s. Make it yourself (chmod 600), and give its path.',
  },
  'secret.notOneLine': {
    nl: 'Het geheim in {path} moet één regel zijn. Er is niets verstuurd.',
    en: 'The secret in {path} has to be one line. Nothing was sent.',
  },
  'secret.noVariable': {
    nl: 'Variabele {name} is leeg of niet gezet; het geheim zou erin staan. Er is niets verstuurd.',
    en: 'Variable {name} is empty or not set; the secret was to be in it. Nothing was sent.',
  },
  'secret.othersRead': {
    nl: 'Anderen kunnen het geheim in {path} lezen. Er is niets verstuurd. Neem dat recht weg (chmod 600), en overweeg een nieuw geheim.',
    en: 'Others can read the secret in {path}. Nothing was sent. Take that right away (chmod 600), and consider a new secret.',
  },
} as const satisfies Texts;
