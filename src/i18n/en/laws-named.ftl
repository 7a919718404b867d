# Laws and rules that are cited, one name each.

shandong = Shandong Measures for the Villagers' Committees Organic Law
party-groups = Regulations on the Work of Party Groups
party-branches = Regulations on the Work of Party Branches (trial)
party-elections = Regulations on Elections in the Party's Basic-level Organisations
written-elsewhere = (in writing and posted; elsewhere as the local rule has it)
written = (in writing and posted)
five-and-five = the village system of five deliberations and five disclosures (the plan goes to Party members beforehand)
one-person = where one person is both Party secretary and head of the committee the two steps may be taken together (four deliberations, two disclosures)
