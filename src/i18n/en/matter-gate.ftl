# The competence gate: the joint session deliberates and proposes; who must still decide.

body-village-party = the Party organisation of each village
body-collective-members = the members' assembly of each village's collective
body-collective-representatives = the member representatives' assembly
body-village-assembly = the assembly of each village
body-village-representatives = the villagers' representatives' meeting
body-voters = an election by the voters of each village
body-joint-committee = the joint Party committee with its branches
body-township = town or subdistrict
body-authority = the authority that has the power

law-villages = Villagers' Committees Organic Law
law-collectives = Rural Collective Economic Organisations Law
law-levies = Measures on levies by deliberation
law-party-rules = rules of the Party
law-shandong = Shandong Measures for the Villagers' Committees Organic Law
law-party-groups = Regulations on the Work of Party Groups
law-party-branches = Regulations on the Work of Party Branches (trial)
law-party-elections = Regulations on Elections in the Party's Basic-level Organisations
written-elsewhere = (in writing and posted; elsewhere as the local rule has it)
written = (in writing and posted)
five-and-five = the village system of five deliberations and five disclosures (the plan goes to Party members beforehand)
one-person = where one person is both Party secretary and head of the committee the two steps may be taken together (four deliberations, two disclosures)
article = { $law }, article { $article }
articles = { $law }, articles { $article }-{ $to }

decides = { $touch }: { $body } decides ({ $clause })
decides-by = { $touch }: { $body } decides by “{ $rule }” ({ $clause })
party = A matter of the Party: { $body } decides within the rules of the Party, by “{ $rule }”
never = representatives may not decide in its stead
by-charter = where the charter says so, { $body } may decide ({ $rule })
by-assembly = where the assembly authorised it, { $body } may decide ({ $rule })
party-first = the Party organisation of each village studies it first ({ $clause })
filed-with-township = each adoption is filed with town or subdistrict
reviewed-by-county = each village deliberates, they apply together, the county reviews
approved-by-county = the town reviews and the county approves
settled-here = The joint session settles it; no village need vote on it.
settled-by-steps = No law has the villages decide it, but the steps chosen, “{ $template }”, have each village vote ({ $step }).
own-village = No matter of the joint session: its village deals with it, by its own powers and procedure.

not-for-the-village-party = Minutes of the joint session do not stand in for the study by each village's own Party organisation ({ $clause }).
not-for-the-party-of-collectives = Minutes of the joint session do not stand in for the study by the township Party committee, the subdistrict working committee or the village's Party organisation ({ $clause }).
no-guarantees = A villagers' committee may not give guarantees ({ $clause }).
only-elected = Members of a villagers' committee are elected; nobody may appoint or remove them ({ $clause }).
propose-only = What lies beyond the autonomy of villages is proposed to the authority ({ $clause }).
motion-proposes = By the gate of its matter the joint session only agrees and asks the villages. { $list }.
motion-proposes-elsewhere = No village decides this matter, so asking the villages is no use. { $list }.
motion-decides = This is not for the joint session to decide; whatever it decides, others must still. { $list }.
major-rule = A major matter is voted by “{ $rule }” in the joint session; this item has the general rule, to be changed on the agenda.
sentence = { $first }; { $more }.
sentence-alone = { $first }.
