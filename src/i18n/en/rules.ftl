# The rule book: the names of the shipped rules.

party-members = Meeting of all Party members
village-representatives = Villagers' representatives' meeting
village-representatives-shandong = Villagers' representatives (Shandong, women counted apart)
village-assembly = Village assembly (by persons)
village-assembly-households = Village assembly (by households' representatives)
collective-members = Members' assembly of the collective
collective-representatives = Member representatives' assembly of the collective
collective-board = Board of the collective
one-village-one-vote = One village, one vote
double-majority = Double majority
all-villages = All villages
majority-and-affected = Majority and consent of the villages concerned
election-contested = Contested election
election-single = Single-slate election
one-of-several = One of several (most votes)
one-of-several-run-off = One of several (run-off of the top two)
one-of-several-drop-last = One of several (the last drops out)

method-by-name = By name
method-hands = Show of hands
method-secret = Secret ballot
method-by-village = By village
required-chair = The chair
over-persons = persons
over-villages = villages
over-weights = weight of the villages
over-households = households represented
over-shares = shares represented
over-women = women representatives
base-entitled = those entitled
base-present = those present
base-valid = valid votes
base-cast = votes for and against
base-against = votes against
provenance-law = law
provenance-party = Party regulation
provenance-charter = charter
provenance-local = local regulation
provenance-own = the committee's own rules
provenance-derived = derived
provenance-foreign = foreign sample
recusal-keep-base = Recused members stay among those entitled
recusal-reduce-base = Recused members leave those entitled
recusal-waive = Recused members stay among those entitled; a quorum short only because of them is waived

quorum-over = { $over ->
        [villages] villages represented
        [weights] weight of the villages represented
        [households] households represented
        [shares] shares represented
       *[women] women present
    } { $numbers }
quorum-there = { $who } is there
quorum-not-there = { $who } is not there
quorum-fails = { $said } does not hold
quorum-waived = { $said } does not hold, only because of recusals, which the rule waives

clause-branch = Regulations on the Work of Party Branches (trial), article 11
clause-villages-26 = Villagers' Committees Organic Law, article 26
clause-villages-30 = Villagers' Committees Organic Law, article 30
clause-shandong = Shandong Measures for the Villagers' Committees Organic Law
clause-collectives-27 = Rural Collective Economic Organisations Law, article 27
clause-collectives-28 = Rural Collective Economic Organisations Law, article 28
clause-collectives-31 = Rural Collective Economic Organisations Law, article 31
clause-party-elections = Regulations on Elections in the Party's Basic-level Organisations
