# Pages of goods.
web-goods-title = Identify goods
web-goods-lead = Say what is known of the goods. The answer names list entries that may cover them, each with its reasons. Nothing is recorded.
web-goods-description = Description
web-goods-description-hint = As it stands on the declaration or invoice, in English or Russian, with sizes and figures.
web-goods-hs = Nomenclature code
web-goods-hs-hint = HS, CN or TN VED, four digits or more
web-goods-cas = CAS number
web-goods-cas-hint = As 7664-39-3
web-goods-name = Chemical or organism
web-goods-name-hint = A name in any usual form
web-goods-smiles = Structure
web-goods-smiles-hint = SMILES, InChI or InChIKey
web-goods-maker = Maker
web-goods-model = Model
web-goods-parameters = Figures
web-goods-parameters-hint = One a line, name and value with its unit, as “internal volume: 200 L”
web-goods-lists = Lists to ask
web-goods-lists-hint = Without a choice the newest edition of each
web-goods-no-criteria = This list has no criteria in the program: read the entry and decide.
web-goods-do = Find entries
web-goods-to-table = Work through a whole table instead
web-goods-answer = Where to look
web-goods-strong = Stop and look
web-goods-sure = about { $sure } % sure
web-goods-weaker = { $count ->
    [one] { $count } weaker hint
   *[other] { $count } weaker hints
}
web-goods-determine = Determine by the criteria of { $path }

web-goods-table-title = Identify a table of goods
web-goods-table-lead = The table comes back as a workbook, with candidates, how sure they are and reasons beside each line.
web-goods-table-file = Table
web-goods-table-file-hint = XLSX or CSV with a heading line. A column of descriptions is needed; columns of nomenclature codes, CAS numbers, names, makers and models are used too.
web-goods-table-do = Work through the table

web-job-goods = Identification of a table of goods
web-job-goods-step = Looking at the lines
web-job-file-ready = The file is ready. It is kept until the program ends.
web-job-file-save = Save { $file }
