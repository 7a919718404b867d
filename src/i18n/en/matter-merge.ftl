# Merging: what the merged matter brings.

brings = The merger adds to this matter: { $list }.
brings-nothing = The merger changes neither the villages, the money nor who must decide.
judged-anew = It is then screened again; what is wrong of it may be mended until it is.
villages = concerns { $villages }
area = concerns the whole area
money = money ({ $money })
touches = touches { $touches }
livelihood = livelihood of residents
committee = building of the joint Party committee
major = one of the three important matters and large sums
legal = a legal opinion is wanted
secrecy = now { $secrecy }
urgent = now urgent
refused-under-way = The steps “{ $title }” has to go are chosen, and the merger would add villages, money or powers to it: deal with this one by itself, or add the villages there first.
