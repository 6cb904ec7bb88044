/**
 * Given names that stand before family names in the languages the rules know; folded, without those that are months
 * or places first of all. A name that is not here is still recognised by its capital in the middle of a sentence.
 */
export const GIVEN_NAMES = `
aaron abdul abigail abraham adam adele adolf adrian adrien agathe agnes ahmed aidan aime alain alan albert alberto alec aleksandr alessandro alex alexander alexandra
alexandre alexei alexis alfonso alfred ali alice alison allan allen alois alphonse amanda amelie amir amy ana anatole anders andre andrea andreas andrei andrew angel
angela angelina angelique angus anita ann anna annabelle anne annie antoine anton antonin antonio antony anthony ariane aristide armand arnaud arnold arthur astrid
audrey auguste augustin aurelie axel barbara barry bart bastien beatrice ben benedict benjamin benoit bernadette bernard bert bertrand bettina betty beverly bill billy
blaise bob bobby boris brad bradley brandon brenda brett brian brigitte bruce bruno bryan camille carl carla carlo carlos carmen carol carole caroline carolyn
casey catherine cathy cecil cecile cecilia cedric celine cesar charlene charles charlie charlotte chantal chloe chris christa christian christiane christina christine
christophe christopher claire clara clarence claude claudette claudia claudine clemence clement colette colin corinne cornelia craig cristina cuba curtis cyril
cynthia damien dan daniel daniela daniele danielle danny darren dave david dawn dean deborah debra delphine denis denise dennis derek diana diane didier diego dieter
dimitri dirk dmitri dolores dominic dominique don donald donna dora doris dorothy doug douglas duncan dustin dwight dylan earl eberhard ed eddie edgar edith
edmond edmund edouard eduardo edward edwin eileen elaine eleanor elena eliane elias elie elisa elisabeth elise elizabeth ella ellen elodie elsa elvis emil emile emilie
emily emma emmanuel emmanuelle enrico enrique eric erica erich erik ernest ernst erwin esther ethan etienne eugene eugenie eva evan eve evelyn evelyne fabien fabio
fabrice fatima federico felix ferdinand fernand fernando fidel fiona florent florian francesca francesco francine francis francisco franck francois francoise frank
franz fred freddie frederic frederick frederique friedrich fritz gabriel gabriela gabrielle gael gaston gareth garry gary gaspard gavin genevieve geoffrey george
georges georgina gerald geraldine gerard gerd gerhard germaine gertrude ghislaine giacomo gian gilbert gilles gina giorgio giovanni giselle giulia giuseppe gloria
gordon graham greg gregoire gregor gregory greta guido guillaume gunter gunther gus gustav gustave guy gwen hans harald harold harriet harry harvey hassan heather
hector heidi heinrich heinz helen helena helene helga helmut henri henriette henrik henry herbert herman hermann herve hilary hilda holly horst howard hubert hugh
hugo hugues humphrey ian ibrahim ida ignace igor inge ingrid ines irene iris irina isaac isabel isabella isabelle isaiah ivan ivo jack jackie jacob jacqueline jacques
jake james jamie jan jane janet janice jason javier jay jean jeanne jeannette jeff jeffrey jennifer jens jenny jeremie jeremy jerome jerry jesse jessica jesus jill
jim jimmy joachim joan joanna joao jochen joe joel joelle johan johann johannes john johnny jon jonas jonathan jorg jorge jose josef joseph josephine josh joshua
josiane joyce juan juanita judith judy jules julia julian juliana julie julien juliet juliette julio julius jurgen justin justine karen karim karin karl karla kate
katharina katherine kathleen kathryn kathy katia katie katrin katya keith kelly ken kenneth kerstin kevin khaled kim klaus konrad konstantin kristin kristina kurt kyle
lang lance lars larry laura laure laurence laurent laurie lea leah lee leila lena leo leon leonard leonardo leonid leopold leroy leslie lewis liam lily linda lindsay
lionel lisa liz lloyd loic lola lorenzo lothar lou louis louise luc luca lucas lucia lucie lucien luciano lucille lucy ludovic ludwig luigi luis luisa luke lydia lynn
madeleine mae magali manfred manuel manuela marc marcel marcelle marcello marco marcus marek margaret margot marguerite maria marianne marie mariette marilyn
marina mario marion marisa marius mark marlene mart martha martin martina martine marvin mary mathias mathieu mathilde matt matteo matthew matthias matthieu maud
maureen maurice mauricio max maxime maximilian mehdi melanie melissa mia michael michal michel michele micheline michelle miguel mikael mike mikhail milan mireille
miriam mohamed mohammed moira molly monica monika monique morgan moritz moses muriel muhammad mustafa myriam nadia nadine nancy naomi natalia natalie natasha nathalie
nathan neil nelly nelson niall nicholas nick nicola nicolas nicole nigel nikita nikolai nikolaus nina noah noel noemie nora norbert norma norman octave odette odile
olaf oleg olga oliver olivia olivier oscar oskar otto owen pablo pamela paola paolo pascal pascale pat patrice patricia patrick paul paula paule paulette pauline pavel
pedro peggy penelope per percy perrine pete peter petra phil philip philipp philippe phillip pierre pierrick quentin rachel rafael rainer ralf ralph ramon randy raoul
raphael ray raymond raymonde rebecca regina regine reinhard renate rene renee reynald ricardo richard rick rita rob robert roberta roberto robin rodney roger roland rolf
romain romeo ron ronald rosa rosalie rose roxane roy ruben rudolf rudolph rupert russell ruth ryan sabine sabrina sally salvador salvatore sam samantha samir sammy samuel
sandra sandrine sara sarah scott sean sebastian sebastien segolene serena serge sergei sergio seth severine shane sharon sheila sherry sibylle siegfried sigmund silvia
silvio simon simone sofie solange sonia sonja sophie stanislas stanley stefan stefanie stella stephane stephanie stephen steve steven stuart sue suzanne susan susanne
suzy svetlana sven sybille sylvain sylvester sylvia sylvie tamara tania tanya tara tatiana ted terence teresa terry theo theodor theodore therese thibault thierry
thomas tim timothy tina tobias todd tom tomas tommy toni tony tracy travis trevor tristan ulrich ulrike umberto urs ursula uwe vadim valentin valentina valentine valerie
vanessa vera vernon veronica veronique vicky victor victoire vincent viola violette virginie vivian viviane vivien vladimir walter wanda warren wayne wendy werner
wilhelm wilfried will william willy winston wolfgang xavier yann yannick yves yvette yvon yvonne yuri zachary zoe
kd anatoly barack hillary jong jung min yong hyun seung
`;
