/**
 * The words in which a text hash is read aloud: 2,048 plain English words of three to eight letters, so that each stands
 * for eleven bits. Their order is part of the format and never changes.
 */
export const hashWords: string[] = `
abacus able absorb acacia accept acorn acre active actor adapt add adjust admire admit adobe adopt advise
aerial afford agate agenda agile agree aim airy album alcove alder alert algae align alike alive alley allow
alloy almond alpine alto amber amount ample amuse anchor angle anise ankle annual answer anthem antler anvil
appear apple apply apron apt aqua arbor arcade arch arctic area arena argue arise aroma arrive arrow artist
ascend ask aspen assist aster atlas atom atrium attend attic auburn august aunt author autumn avenue await
awake aware axis axle azure bacon badge bagel bake baker bakery ballad ballet balsa bamboo banana band banjo
bank banner barge bark barley barn barrel basic basil basin basket bath baton bay bazaar beacon bead beagle
beam beard beaver become bed beet beetle begin bell belong belt bench bend bestow better bike bind birch bird
bison bistro bitter blade bland blank blend blink bloom blouse blow blue boat bobbin boil bold bolt bonnet book
boot border borrow botany bottle bounce bower bowl box braid branch brass brave bread breeze brick bridge
bridle brief bright bring brisk broad bronze brook broom broth browse brush bucket buckle bud buffet bugle
build bulb bundle bureau burrow bus bush busy butler butter button buy cabin cable cactus cake calf call calm
camel camera camp campus canal canary candid candle candy canoe canopy canvas canyon cape car carbon card cargo
carpet carrot carry cart carve cashew cast castle cat catch cave cavern cedar celery cello census chain chair
chalet chalk change chart chat cheese chef cherry chess chest chew chief chilly chime chin chip choir choose
chop chorus chrome cider cinder cinema circle circus citrus city civic civil clam clan clap clasp clay clean
clear clerk clever cliff climb clinic cloak clock close cloth cloud cloudy clove clover club coach coal coast
coat cobalt cobble cocoa cocoon coffee coil coin collar collie column comb comet comma common cone convey
convoy cook cookie cool copper copy coral cork corn corner cosmic cosmos cosy cotton couch cougar count cousin
cove cover cow cradle craft crane crater crayon cream creamy create crest crew crisp crop cross crow crumb
crust cube cuckoo cup cupola curb curl curly curry curve cycle dahlia daily dainty dairy daisy damp dance
daring dash dawn day daylight deal decade decent decide deck deep delta denim dense depend depot deputy desert
design desk detail detect devote dial dialog diary dice diesel dig digit dill dime dine diner dingo dinner
direct disc dish dive divide dock doctor dog doll dome domino donate donkey door double dove downy dozen dragon
drama draw drawer dream dress drift drill drive drop drum dry duck duet dune dusk dust dwell dye dynamo eager
eagle ear early earn earth easel east easy eat eaves echo edge edit editor eel egg elbow elder elect eleven elk
elm embark ember emblem emerge employ empty enable enamel endure energy engine enigma enjoy ensign enter envoy
epic epoch equal equip erect errand escort estate ether even evolve exact exhale exist exotic expand expect
expert extend extra fable fabric face facet falcon family famous fan fancy farm farmer fast fasten father
fathom fauna feast fence fennel fern ferry fetch few fiddle field fiesta fifty fig figure fill film filter
final finch find fine finger finish finite firm first fish fit fix flag flame flap flask flat flax fleece fleet
flint float flock floor flora fluent fluffy flute fly foam focus fog fold folder folk follow fond font foot
forest forge fork form formal fort forum fossil foster found fourth fox frame frank free fresco fresh fridge
friend fringe frog frost frosty frugal fruit fuel full funnel funny gable gadget gain galaxy gallon game garage
garden garlic garnet gather gaze gazebo gear gecko gem genial gentle geyser giant gifted gilded ginger give
glad glade glance glass glaze gleam glide glider globe glossy glove glow glue goat gold golden golf gong good
goose gopher gorge gourd gown grain granary grand granite granola grant grape graph grasp grass gravel gravy
green greet grid grill grin grocer groove grotto group grove grow guava guess guest guide guild guitar gull
gust gym habit habitat halibut halo hamlet hammer hammock hamster hand handbag handle happy hardy harmony
harness harp harvest hasty hat hatch haven hawk hay hazel hear heart heather heavy hedge helium helmet help
helper helpful hem hemlock herb herd heron herring hexagon hickory hidden high hike hill hinge hippo history
hive hobby hold holiday hollow holly home honest honey hood hoof hook hoop hop hopeful horizon horn horse hose
hostel hotel house hover hub hue hug huge hull hum human humble humid hurry ibis ice icicle icon idea ideal
igloo imagine impala improve inch include income index indigo inform ingot ink inland inlet inn inner insect
inspire intact invent invite inward iris iron island item ivory ivy jacket jade jaguar jam jar jasmine jay
jelly jewel jigsaw jingle jog join joiner jolly journal journey jovial joy jubilee judge juggle juice july jump
jumper june jungle junior juniper jury just karate kayak keel keen keep kennel kernel kestrel kettle key kilt
kind kingdom kinship kiosk kit kitchen kite kitten kiwi knead knit know knuckle koala label lace lacquer ladder
ladle lagoon lake lamb lamp land lane lantern lapel laptop larch larder large lark laser lasso last latch late
lathe lattice laurel lava lawful lawn lawyer lay layout lead leaf league lean leap learn leather lectern ledge
legal legend leisure lemon lend lenient lens lentil leopard lesson letter lettuce level lever liberty library
lichen lid lift light likely lilac lily lime line linear linen linger lintel lion liquid list listen little
live lively lizard llama load loaf lobby lobster local locate locket lodge loft lofty log logbook logical lone
long look lotus loud lounge lovely loyal lucid lucky luggage lullaby lumber lunar lunch lupine lush lynx lyric
macaw machine magenta magic magma magnet magpie main major make mallet mammoth manage mango manor mansion
mantle many map maple marble margin marina marine mark market marlin marmot maroon marquee marsh mascot mask
mason mast mat match mature meadow meal measure medley mellow melody melon melt mend mention mentor menu
mercury merit mermaid merry mesh metal meteor method mica middle mighty mild milk mill mimosa mineral mingle
minnow minor mint minute mirage mirror mitten mix moat mobile mocha model modern modest moist moment monarch
monday money monitor month moon moose moraine morning mortar mosaic moss moth motif motor mound mouse movie mow
muffin mule munch mural museum music mustard mutual myth nail name napkin narrow nature navy nearby neat nectar
needle neon nephew nest net neutral new nice nickel nimble nimbus ninety noble nod nomad nominal noodle noon
normal north nostril notable note notice nougat novel novice nugget number numeric nurse nursery nut nutmeg
nutty nylon oak oar oasis oat oatmeal obelisk oboe obtain obvious ocean octave octopus odyssey offer office oil
olive olympic omelet onion onyx opal open opera operate optical optimal orange oration orator orbit orchard
orchid order oregano organ orient origin oriole ornate osprey ostrich otter ounce outer outfit outpost oval
oven owl owner oxygen oyster pack package paddle padlock page pail paint palace pale palm pan pancake panda
panel pansy panther pantry papaya paper papyrus parade parasol parcel parent park parrot parsley part partake
partial partner party pass passage past pasta paste pastel pasture patch path patient patio patron pattern paw
pay pea peach peacock peanut pearl pebble pecan pelican pen pencil pendant penguin penny pepper perch perfect
perform perfume pergola period permit petunia phone photo phrase piano piccolo pick pickle picnic picture pie
pigeon pillar pillow pilot pin pine pink pint pioneer pipe pitcher pivot pixel placard place placid planet
plank plant plaster plate plateau platform platter play playful plaza pledge plenty plot plough plume plus
plywood pocket poem poet point polar polish polite polka pollen pond ponder pony pool poplar poppy popular
porch port portal post pot potato potent potter poultry powder prairie praise precise prefer premise prepare
present pretty prime print prism prize proceed process produce profile project promise prompt proper propose
protect proud proverb provide prow prune public publish pudding puddle puffin pull pulley pulp pulse puma pump
pumpkin pupil puppet puppy pure purple push put puzzle pyramid quail quaint quarry quart quarter quest quiche
quick quince quiver quorum quota rabbit raccoon racket radar radiate radio radish radius raft rafter rail
rainbow raise raisin rake ram ramp ranch range ranger rapid rare raven ravine ravioli razor reach ready realm
rebate recall receipt receive recent recipe recite reckon record recover redwood reef refer referee reflect
refresh refuge regal regent region regular rejoice relax relay relic remain remedy remind repair repeat reply
reptile request rescue resin resolve respect respond rest restore retain retell return reveal review revive
rhubarb rhythm ribbon rice rich riddle ride ridge rim rinse ripe ripple river rivet roadway roam robe robin
robot robust rock rocket rod roll roof room rooster rope roster rosy rotate rotor rotunda round rover row
rowboat royal ruby rudder rug ruler rumble run runner rural rustic sable sacred saddle safe saffron saga sage
sailor salad salmon salsa salt salty salute sample sand sandal sandy sapling sardine satchel satin saucer sauna
savanna save say scale scallop scan scarf scarlet scatter scene scenic scholar school science scooter scout
screen screw script scroll seagull seal season seat second secure sedan seed seek segment select senate send
senior sentry sequel sequoia serene serve sesame settle seven shade shadow shady shaft shape share sharp shawl
sheep shelf shell shelter sherbet shield shine shingle shiny ship shirt shoe shop short shout shovel show
shower shrimp shrub shuttle sift signal silent silk silky silver simple sing singer single siphon siren sit
sixty skate sketch ski skip skirt sky skylark slate sleek sleep sleeve sleigh slender slide slim slipper slogan
slope sloth slow small smart smile smooth snail snapper snow snowman snowy soap social socket soda sofa soft
soil solar solemn solid solve sonata song sonic soprano sorrel sort sound soup south soy space spade spare
spark sparrow spatula speak special speedy spell spend sphere spice spicy spider spin spinach spindle spiral
splash sponge spoon sport spring sprout spruce square squash squid stable stadium staff stage stamp stand
stanza star stark start state station statue stay steady steam steeple steer stellar stem stencil step stereo
stew steward still stir stirrup stitch stone stool story stout stove straw stream street stretch strict string
stroll strong studio study sturdy sublime submit subtle suburb succeed sudden sugar suggest suit summer summit
sundial sunny sunset super superb supple supply support surf surface survey swallow swan sweater swift swim
swing swirl switch syntax syrup system table tablet tadpole tailor take talent talk tall tame tangent tango
tangy tank tape target taste tawny taxi teach teacher teal teapot tell tempo tender tennis tent term terrace
terrain thank thatch theme thermos thicket thimble think third thirty thistle thorn thread thrive thrush thumb
thunder ticket tidy tie tiger tile timber timid tin tinder tinsel tiny tiptoe title toast toffee tomato tool
tooth topaz topic tornado toss total totem toucan touch tough tour tower town toy trace track tractor trade
trail train tram travel tray treat treaty tree trek trellis trident trim trinket trio trolley trophy tropic
tropics trout trowel truck true trumpet trunk trust trusty try tuba tugboat tulip tuna tundra tune tunic tunnel
turban turbine turnip turret turtle tutor tweed twelve twig twin twirl twist type typical typist ukulele uncle
unfold unicorn union unique unit unite unpack update uphold upland upper urban urn useful usual utensil valid
valley valve van vanilla vary vase vast vault vector velvet vendor venue veranda verb verbal verdict verse
vertex vessel vest viaduct vibrant victory video view villa village vine violet violin visit visitor visor
vital vitamin vivid vocal voice volcano volume vowel voyage wafer waffle wagon waiter wake walk walnut walrus
waltz wand wander warble warbler warden warm wash watch water wave wax wealth weasel weaver wedge weekend weigh
welcome western whale wharf wheat wheel whisker whisper whistle wicket wide willow win wind windmill window
wing wink winner winter wipe wire wisdom wise wish witty wizard wolf wombat wonder wool woolly word work
workshop world worthy wreath wren writer yacht yard yarn yawn year yeast yield yodel yogurt young zebra zenith
zephyr zero zesty zigzag zinc zinnia zipper zodiac zone zoom
`
  .trim()
  .split(/\s+/);
