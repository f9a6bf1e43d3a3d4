package dk.kvalitetsbro.demo;

import java.util.List;

/** Invented names in the Danish manner, one for every number from 0 up. */
final class Names {
    private static final List<String> FIRST = words(
            """
            Aage Agnete Albert Alberte Alma Anders Andreas Anita Annette Arne Asger Astrid Benedikte Bente Birgit Birthe
            Bjarne Bo Bodil Britta Camilla Carl Caroline Casper Cecilie Charlotte Christian Clara Dagmar Daniel Ditte
            Dorte Ebbe Eigil Elin Elisabeth Ella Ellen Emil Emma Erik Esben Eva Finn Flemming Freja Frida Gitte Grethe
            Hanne Hans Heidi Helle Henning Henrik Ida Inge Ingrid Jacob Jens Jesper Johanne Julie Jytte Kamilla Kasper
            Katrine Kirsten Kåre Lars Laura Lene Line Lise Lone Lotte Louise Mads Magnus Malene Marie Martin Mathilde
            Mette Mikkel Mogens Morten Nanna Niels Nikoline Ole Palle Pernille Peter Pia Poul Rasmus Rikke Rune Sanne
            Signe Silas Simon Sofie Stine Susanne Søren Tanja Thea Thomas Tine Tobias Torben Trine Ulla Vibeke Viggo
            """);

    private static final List<String> LAST = words(
            """
            Abildgaard Agerskov Andersen Andreasen Bach Bak Bang Beck Bendtsen Berg Bisgaard Bjerre Bjerregaard Bonde
            Borup Brandt Bruun Bundgaard Carlsen Christensen Christiansen Clausen Dahl Dam Danielsen Davidsen Eriksen
            Eskildsen Fischer Frandsen Frederiksen Friis Gade Gregersen Hansen Hedegaard Hermansen Holst Høj Iversen
            Jakobsen Jensen Jepsen Jespersen Johansen Juhl Jørgensen Karlsen Kjeldsen Kjær Klausen Knudsen Koch Kragh
            Kristensen Kristoffersen Krogh Kruse Lassen Laursen Lind Lorenzen Lund Madsen Markussen Mathiesen Mikkelsen
            Mortensen Munk Møller Mølgaard Nielsen Nissen Nygaard Nørgaard Olesen Overgaard Paulsen Petersen Poulsen
            Rasmussen Ravn Riis Schmidt Schou Simonsen Skov Skovgaard Steffensen Svendsen Søgaard Sørensen Thomsen
            Thorsen Toft Vestergaard Villadsen Winther Østergaard Aagaard
            """);

    private static final List<String> PLACE_STARTS = words("Ask Birk Bjerg Brede El Eng Fugl Gran Hassel Hede Hvid Høj"
            + " Kalv Kilde Lind Lyng Mose Mølle Ravn Sand Skov Sten Vind Ørne");

    private static final List<String> PLACE_ENDS = words("by sted lund bæk rup holm toft drup");

    private static final List<String> HOUSES = List.of(
            "Børnehuset Lindely",
            "Skovbrynet",
            "Børnehaven Mælkebøtten",
            "Åkanden",
            "Børnehuset Regnbuen",
            "Kastanjehuset",
            "Naturbørnehaven Egernet",
            "Stjerneskuddet",
            "Børnehaven Bakkegården",
            "Myretuen",
            "Børnehuset Solstrålen",
            "Troldehøj",
            "Børnehaven Ved Søen",
            "Humlebien",
            "Børnehuset Mariehønen",
            "Digterhaven",
            "Børnehaven Vindrosen",
            "Frøhuset",
            "Børnehuset Kridthuset",
            "Lærkereden",
            "Børnehaven Sneglehuset",
            "Æblehaven",
            "Børnehuset Himmelblå",
            "Krudtuglen",
            "Børnehaven Firkløveret",
            "Muldvarpen",
            "Børnehuset Over Åen",
            "Pilefløjten",
            "Børnehaven Østerled",
            "Sommerfuglen",
            "Børnehuset Tusindben",
            "Grønnegården",
            "Børnehaven Kornblomsten",
            "Spiloppen",
            "Børnehuset Bølgen",
            "Engblommen",
            "Børnehaven Rævehulen",
            "Fyrtårnet",
            "Børnehuset Kompasset",
            "Hasselmusen",
            "Børnehaven Nordstjernen",
            "Lyngbakken",
            "Børnehuset Paletten",
            "Tudsen",
            "Børnehaven Birkely",
            "Ællingen",
            "Børnehuset Trampolinen",
            "Hvepsereden",
            "Børnehaven Stenhøj",
            "Viben",
            "Børnehuset Legestuen",
            "Drageslottet",
            "Børnehaven Kløvermarken",
            "Pindsvinet",
            "Børnehuset Nøddegangen",
            "Svalereden",
            "Børnehaven Brombærkrogen",
            "Ugleboet",
            "Børnehuset Ærtebælgen",
            "Månestrålen",
            "Børnehaven Rønnebærret",
            "Guldsmeden",
            "Børnehuset Tangloppen",
            "Vejviseren");

    /** Shares no factor with the number of pairs of names, so every pair is met once before any returns. */
    private static final int STRIDE = 7_231;

    private Names() {}

    /** A full name; two numbers below a million never share one. */
    static String person(int number) {
        var pairs = FIRST.size() * LAST.size();
        var pair = (int) ((long) number * STRIDE % pairs);
        var round = number / pairs;
        var first = FIRST.get(pair / LAST.size());
        var last = pair % LAST.size();
        var middle = round == 0 ? " " : " " + LAST.get((last + round) % LAST.size()) + " ";
        return first + middle + LAST.get(last);
    }

    /** A place; numbered from the 193rd on. */
    static String place(int number) {
        var distinct = PLACE_STARTS.size() * PLACE_ENDS.size();
        var start = PLACE_STARTS.get(number * 7 % PLACE_STARTS.size());
        var end = PLACE_ENDS.get((number + number / PLACE_STARTS.size()) % PLACE_ENDS.size());
        return number < distinct ? start + end : start + end + " " + (number / distinct + 1);
    }

    static String area(int number) {
        return "Område " + place(number);
    }

    static String institution(int number) {
        var house = HOUSES.get(number % HOUSES.size());
        return number < HOUSES.size() ? house : house + " i " + place(number / HOUSES.size());
    }

    static String childminding(int number) {
        return "Dagplejen " + place(number);
    }

    private static List<String> words(String list) {
        return List.of(list.strip().split("\\s+"));
    }
}
