<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

/**
 * Danish texts.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['accountlastname'] = 'forbindelse';
$string['assignedby'] = 'Tildelt af';
$string['assignerunknown'] = 'Forløbet kan ikke være tildelt af kontoen {$a}: den findes ikke.';
$string['checkconnector'] = 'Kvalitetsbro: forbindelsen svarer';
$string['checkconnectornone'] = 'Der er ikke angivet nogen adresse på Kvalitetsbro, så den får intet at vide. Den kan stadig læse her.';
$string['checkconnectorok'] = 'Kvalitetsbro svarer og kender den fælles hemmelighed.';
$string['checkconnectortrouble'] = 'Kvalitetsbro tager ikke imod beskeder.';
$string['checklastread'] = 'Kvalitetsbro: sidste læsning';
$string['checklastreadnever'] = 'Kvalitetsbro har ikke læst noget endnu.';
$string['checklastreadnotoken'] = 'Kvalitetsbro har ingen gyldig nøgle (token).';
$string['checklastreadtime'] = 'Kvalitetsbro brugte sidst sin nøgle (token) {$a}.';
$string['checkmoodleversion'] = 'Kvalitetsbro: Moodles version';
$string['checkmoodleversionlater'] = 'Moodle {$a} er nyere end det, pluginet er afprøvet på. Det burde virke; se efter et nyere plugin.';
$string['checkmoodleversionok'] = 'Pluginet er afprøvet på denne version af Moodle ({$a}).';
$string['checkqueue'] = 'Kvalitetsbro: hændelser på vej';
$string['checkqueueempty'] = 'Ingen hændelser venter.';
$string['checkqueuewaiting'] = '{$a->events} hændelser venter, den ældste i {$a->age}.';
$string['checksetup'] = 'Kvalitetsbro: opsætning';
$string['checksetupmissing'] = '{$a} trin af opsætningen mangler.';
$string['checksetupok'] = 'Alt hvad Kvalitetsbro har brug for, er i orden, også nøglen (token).';
$string['clibadvalue'] = 'Værdien af {$a} kan ikke bruges.';
$string['clihelp'] = 'Sætter siden op til Kvalitetsbro og skriver, hvad Kvalitetsbro skal have at vide.
Det gør intet at gentage det.

Valgmuligheder:
  --connector=URL   Kvalitetsbros adresse, til hændelser og til at åbne den
  --connector-key=FILE
                    Kvalitetsbros offentlige nøgle (PEM eller JWKS), hvor den ikke kan læses hos Kvalitetsbro
  --secret=TEKST    fælles hemmelighed; ellers laves der en
  -c, --check       sig kun, hvad der mangler; slutkoden er 1, hvis noget gør
  --remove          tag opsætningen tilbage
  -h, --help        denne tekst';
$string['connectorkeyunread'] = 'Kvalitetsbro oplyser ingen offentlig RSA-nøgle.';
$string['connectorurl'] = 'Kvalitetsbros adresse';
$string['connectorurl_desc'] = 'Hvor Kvalitetsbro er, for eksempel https://kvalitetsbro.example.dk. Den får besked dér om gennemførte forløb, tilmeldinger og ændringer, og folk åbner den dér. Adressen må gerne være på et internt net. Uden adresse sendes intet.';
$string['courseclosed'] = 'Kvalitetsbro har ikke adgang til kurset {$a}.';
$string['cursorinfuture'] = 'Markøren ligger i fremtiden. Begynd igen fra det tidspunkt, som den sidste side angav som now.';
$string['cursornegative'] = 'En markør har ingen negative tal.';
$string['datesinvalid'] = 'En dato er negativ, eller tilmeldingen slutter, før den begynder.';
$string['duecourse'] = 'Frist: {$a}';
$string['duedate'] = 'Frist';
$string['evidence'] = 'Gennemførelse giver dokumentation';
$string['evidence_desc'] = 'Når en person gennemfører et kursus, føjes det til personens kompetencer for de temaer, som Kvalitetsbro har knyttet kurset til. Links, der er lavet i Moodle, beholder det, der er valgt dér.';
$string['formatfield'] = 'Kursusfelt til formen';
$string['formatfield_desc'] = 'Kortnavnet på det tilpassede kursusfelt, der fortæller, hvordan et kursus afholdes.';
$string['frameworkdescription'] = 'Skrevet af Kvalitetsbro: kommunens kvalitetstemaer.';
$string['frameworkname'] = 'Kvalitetstemaer (Kvalitetsbro)';
$string['guestsarenotallowed'] = 'Gæstekontoen kan ikke tage et forløb.';
$string['hours'] = 'Timer';
$string['hoursfield'] = 'Kursusfelt til timer';
$string['hoursfield_desc'] = 'Kortnavnet på det tilpassede kursusfelt, der fortæller, hvor mange timer et kursus tager.';
$string['invalidrecord'] = 'Der er intet kursus med id {$a}.';
$string['invaliduser'] = 'Der er ingen konto med id {$a}.';
$string['kvalitetsbro:assigncourses'] = 'Tildele forløb til personer (Kvalitetsbros konto)';
$string['kvalitetsbro:attachcourse'] = 'Knytte et kursus til temaer (Kvalitetsbros konto)';
$string['kvalitetsbro:managethemes'] = 'Skrive temaer ind i Moodle (Kvalitetsbros konto)';
$string['kvalitetsbro:openconnector'] = 'Se linket til Kvalitetsbro, for ledere og forvaltning';
$string['kvalitetsbro:readcatalogue'] = 'Læse kurser og kategorier (Kvalitetsbros konto)';
$string['kvalitetsbro:readcompletions'] = 'Læse hvem der har gennemført hvad (Kvalitetsbros konto)';
$string['kvalitetsbro:readpeople'] = 'Læse id-numre og globale grupper (Kvalitetsbros konto)';
$string['launchlinknone'] = 'Kvalitetsbro kan ikke åbnes herfra: pluginets opsætning mangler noget. En administrator kan gøre den færdig.';
$string['limitinvalid'] = 'En side har fra 1 til {$a} rækker.';
$string['maynotenrol'] = 'Kvalitetsbros rolle må ikke tilmelde personer til kurset {$a}.';
$string['maynotunenrol'] = 'Kvalitetsbros rolle må ikke framelde personer fra kurset {$a}.';
$string['mycourses'] = 'Mine forløb';
$string['mycoursesintro'] = 'Forløb, som du har fået tildelt. Dem med den nærmeste frist står først.';
$string['mycoursesnone'] = 'Du har ikke fået tildelt noget forløb.';
$string['neutralreason'] = 'Neutral begrundelse';
$string['neutralreason_desc'] = 'Det, folk læser, når de ikke får vist en begrundelse. Hvis feltet er tomt: »{$a}«';
$string['neutralreasondefault'] = 'Forløbet er en del af kvalitetsarbejdet på din arbejdsplads.';
$string['nomanualenrolment'] = 'Kurset {$a} har ikke en manuel tilmeldingsmetode, der er slået til.';
$string['notaccepted'] = 'Ikke modtaget: {$a}';
$string['noticedue'] = 'Frist: {$a}';
$string['noticetitle'] = 'Du har fået tildelt dette forløb';
$string['openconnector'] = 'Gå til Kvalitetsbro';
$string['openowncourses'] = 'Se dine forløb i Kvalitetsbro';
$string['overdue'] = 'Overskredet';
$string['pluginname'] = 'Kvalitetsbro';
$string['privacy:assigned'] = 'Hvorfor og hvornår folk tager forløb, som Kvalitetsbro fortæller det.';
$string['privacy:assigned:assignedby'] = 'Lederen, der tildelte forløbet.';
$string['privacy:assigned:courseid'] = 'Kurset.';
$string['privacy:assigned:duedate'] = 'Hvornår forløbet skal være gennemført.';
$string['privacy:assigned:reason'] = 'Hvorfor, med ord der nævner et tema og aldrig et resultat.';
$string['privacy:assigned:timecreated'] = 'Hvornår forløbet blev tildelt.';
$string['privacy:assigned:timemodified'] = 'Hvornår tildelingen sidst blev ændret.';
$string['privacy:assigned:userid'] = 'Hvem der tager forløbet.';
$string['privacy:calendar'] = 'Frister vises i folks egne kalendere.';
$string['privacy:competency'] = 'Et gennemført forløb kan føjes til folks kompetencer.';
$string['privacy:connector'] = 'Kommunens Kvalitetsbro, som tildeler forløb og følger op på dem.';
$string['privacy:connector:cohorts'] = 'De globale grupper, folk er i.';
$string['privacy:connector:courses'] = 'De kurser, folk er tilmeldt og har gennemført.';
$string['privacy:connector:idnumber'] = 'Kontoens id-nummer, nøglen til en medarbejder.';
$string['privacy:connector:userid'] = 'Kontoens nummer.';
$string['privacy:queue'] = 'Hændelser, der venter, til Kvalitetsbro har modtaget dem, oftest i sekunder.';
$string['privacy:queue:courseid'] = 'Det kursus, hændelsen drejer sig om.';
$string['privacy:queue:details'] = 'Enkeltheder som tilmeldingsmetoden eller id-nummeret på en konto, der er slettet.';
$string['privacy:queue:time'] = 'Hvornår det skete.';
$string['privacy:queue:type'] = 'Hvad der skete.';
$string['privacy:queue:userid'] = 'Den person, hændelsen drejer sig om.';
$string['reason'] = 'Hvorfor';
$string['reasontoolong'] = 'En begrundelse har højst {$a} tegn.';
$string['roledescription'] = 'Det, Kvalitetsbro har brug for, og intet andet. Pluginets opsætning holder det sådan.';
$string['rowfailed'] = 'Rækken kunne ikke udføres.';
$string['rowsmissing'] = 'Af {$a->expected} rækker nåede {$a->arrived} frem, så ingen er udført. PHP smider input over max_input_vars ({$a->limit}) væk: send færre rækker, eller sæt den op.';
$string['scalename'] = 'Kvalitetsbro';
$string['scalevalues'] = 'Ikke endnu,Opnået';
$string['secret'] = 'Fælles hemmelighed';
$string['secret_desc'] = 'Hændelser signeres med den. Kvalitetsbro har den samme. Opsætningen laver en.';
$string['settings'] = 'Indstillinger';
$string['setup'] = 'Opsætning';
$string['setupdone'] = 'Siden er sat op.';
$string['setupintro'] = 'Alt det, siden har brug for, før Kvalitetsbro kan bruge den. Det gør intet at gentage det.';
$string['setupremove'] = 'Tag opsætningen tilbage';
$string['setupremoveconfirm'] = 'Kvalitetsbro mister straks sin adgang. Det, opsætningen slog til eller lavede, slås fra eller slettes. Aktiviteter, som undervisere har oprettet med værktøjet, åbner intet mere. Tildelinger og temaer bliver. Fortsæt?';
$string['setupremoved'] = 'Opsætningen er taget tilbage.';
$string['setuprun'] = 'Sæt op nu';
$string['setuptell'] = 'Fortæl Kvalitetsbro:';
$string['setupwait'] = 'Det, som Kvalitetsbro ikke tog imod, prøves igen hvert femte minut.';
$string['showreasons'] = 'Vis begrundelser';
$string['showreasons_desc'] = 'Folk læser, hvorfor et forløb er tildelt dem, med ord der nævner et tema. Så længe det er slået fra, læser alle den neutrale begrundelse, og ingen anden gemmes. Lad det være slået fra, indtil resultaterne i Kvalitetsbro er fuldt beskyttet mod at afsløre nogen.';
$string['statusbegun'] = 'Påbegyndt';
$string['statuscompleted'] = 'Gennemført {$a}';
$string['statusnotbegun'] = 'Ikke påbegyndt';
$string['step'] = 'Trin';
$string['stepaccount'] = 'Kvalitetsbros konto findes og er ikke suspenderet';
$string['stepallowassign'] = 'Kvalitetsbros rolle må tildele rollen kursist';
$string['stepauthorised'] = 'Kontoen er på servicens liste';
$string['stepcapabilities'] = 'Rollen har netop de kapabiliteter, der er brug for';
$string['stepcompetencies'] = 'Kompetencer er slået til';
$string['stepcompletion'] = 'Gennemførelsessporing er slået til';
$string['stepdone'] = 'I orden';
$string['stepidnumberlock'] = 'Ingen kan ændre sit eget id-nummer, som Kvalitetsbro kender dem på';
$string['stepltikey'] = 'Kvalitetsbros offentlige nøgle er sat ind i værktøjet';
$string['stepltilink'] = 'Værktøjet kan åbnes fra Mine forløb';
$string['stepltimodule'] = 'Eksterne værktøjer (LTI) er slået til';
$string['stepltitold'] = 'Kvalitetsbro kender denne Moodle som LTI-platform';
$string['stepltitool'] = 'Kvalitetsbro er et eksternt værktøj (LTI 1.3)';
$string['stepmissing'] = 'Mangler';
$string['steprest'] = 'REST-protokollen er slået til';
$string['steprole'] = 'Kvalitetsbros rolle findes';
$string['steproleassigned'] = 'Kontoen har rollen på hele siden';
$string['stepsecret'] = 'Der er en fælles hemmelighed til hændelser';
$string['stepservice'] = 'Pluginets service er slået til';
$string['steptoken'] = 'Kontoen har en gyldig nøgle (token)';
$string['stepwebservices'] = 'Webservices er slået til';
$string['taskkeeptool'] = 'Hold Kvalitetsbro og denne Moodle ajour med hinandens nøgler';
$string['taskresumeposting'] = 'Sørge for at ventende hændelser sendes til Kvalitetsbro';
$string['themeincomplete'] = 'Et tema har en kode og et navn.';
$string['themetoolong'] = 'Et temas kode og navn har højst {$a} tegn hver.';
$string['themeunknown'] = 'Der er intet tema med koden {$a}.';
$string['tooldescription'] = 'Målinger, workshops og forløb i kvalitetsarbejdet. Folk kendes dér på deres id-nummer.';
$string['userdeleted'] = 'Kontoen {$a} er slettet.';
$string['usersuspended'] = 'Kontoen {$a} er suspenderet.';
$string['wsusercannotassign'] = 'Kvalitetsbros rolle må ikke tildele rollen {$a->role} i kurset {$a->course}.';
